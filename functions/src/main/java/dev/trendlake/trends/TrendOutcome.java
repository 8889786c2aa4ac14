package dev.trendlake.trends;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a question came to.
 *
 * @param body the answer in PostHog's form
 * @param origin where its rows are from
 */
public record TrendOutcome(JsonNode body, Origin origin) {
    /** Where the rows of an answer are from. */
    public sealed interface Origin {
        /** They were known already. */
        record Cache() implements Origin {}

        /** An execution of the engine, which read this many bytes. */
        record Execution(String id, long bytesScanned) implements Origin {}
    }
}
