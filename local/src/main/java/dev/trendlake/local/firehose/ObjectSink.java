package dev.trendlake.local.firehose;

import java.io.IOException;

/** Where the objects of streams go. */
@FunctionalInterface
public interface ObjectSink {
    /** Writes an object. */
    void put(String bucket, String key, byte[] content) throws IOException;
}
