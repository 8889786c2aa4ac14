package dev.trendlake.local.s3;

/** What happened to an object. */
public sealed interface ObjectChange {
    /** The bucket's name. */
    String bucket();

    /** The object's key, as it is. */
    String key();

    /** The name of the S3 action that did it: {@code PutObject}. */
    String reason();

    /**
     * An object appeared, or took the place of another.
     *
     * @param size in bytes
     * @param etag without quotes
     */
    record Created(String bucket, String key, long size, String etag, String reason)
            implements ObjectChange {}

    /** An object is gone. */
    record Deleted(String bucket, String key, String reason) implements ObjectChange {}
}
