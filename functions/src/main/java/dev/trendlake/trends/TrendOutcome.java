package dev.trendlake.trends;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** What a question came to. */
public sealed interface TrendOutcome {
    /**
     * An answer.
     *
     * @param body the answer in PostHog's form
     * @param origin where its rows are from
     * @param refresh whether a newer one is being computed
     */
    record Answered(JsonNode body, Origin origin, Background refresh) implements TrendOutcome {
        /** An answer that is not being renewed. */
        public Answered(JsonNode body, Origin origin) {
            this(body, origin, new Background.None());
        }
    }

    /** The answer is being computed, since a time, and wasn't there by the deadline. */
    record Pending(Instant startedAt) implements TrendOutcome {}

    /** There is no answer, and none was to be computed. */
    record Missing() implements TrendOutcome {}

    /** Whether something is being computed that the caller didn't wait for. */
    sealed interface Background {
        /** Nothing. */
        record None() implements Background {}

        /** A newer answer, since a time. */
        record Running(Instant startedAt) implements Background {}
    }

    /** Where the rows of an answer are from. */
    sealed interface Origin {
        /** They were known already. */
        record Cache() implements Origin {}

        /** They are older ones, given because newer ones could not be computed. */
        record Stale() implements Origin {}

        /** There can't be any: the range is empty. */
        record Nowhere() implements Origin {}

        /**
         * An execution of the engine.
         *
         * @param bytesScanned how many bytes it read
         * @param isPartial whether a part of the rows was known already
         */
        record Execution(String id, long bytesScanned, boolean isPartial) implements Origin {}
    }
}
