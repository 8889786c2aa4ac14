package dev.trendlake.local.s3;

import java.net.URI;
import java.nio.file.Path;

/** Stands in until the engine is merged. */
public final class LocalS3 implements AutoCloseable {
    /** The access key that clients have to sign with. */
    public static final String ACCESS_KEY = "local";

    /** The secret that clients have to sign with. */
    public static final String SECRET_KEY = "local-secret";

    private LocalS3() {}

    /** Starts nothing yet. */
    public static LocalS3 start(Path buckets, int port) {
        return new LocalS3();
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:1");
    }

    /** Creates a bucket. */
    public void createBucket(String name) {}

    @Override
    public void close() {}
}
