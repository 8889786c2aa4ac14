package dev.trendlake.local.dynamodb;

import java.net.URI;
import java.nio.file.Path;

/** Stands in until the engine is merged. */
public final class LocalDynamoDb implements AutoCloseable {
    private LocalDynamoDb() {}

    /** Starts nothing yet. */
    public static LocalDynamoDb start(Path directory, int port) {
        return new LocalDynamoDb();
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:1");
    }

    @Override
    public void close() {}
}
