package dev.trendlake.local.dynamodb;

import java.net.URI;

/** A DynamoDB to talk to: one that was started here, or one that was there before. */
public interface DynamoDbEndpoint extends AutoCloseable {
    /** Where it answers. */
    URI endpoint();

    /** Ends it, when it was started here. */
    @Override
    void close();

    /** One that somebody else runs: it is used and never ended. */
    static DynamoDbEndpoint existing(URI endpoint) {
        return new DynamoDbEndpoint() {
            @Override
            public URI endpoint() {
                return endpoint;
            }

            @Override
            public void close() {}
        };
    }
}
