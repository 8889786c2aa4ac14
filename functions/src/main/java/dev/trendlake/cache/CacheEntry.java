package dev.trendlake.cache;

import dev.trendlake.engine.Row;
import java.time.Instant;
import java.util.List;

/**
 * What the cache knows of a question.
 *
 * @param known its rows as they were last computed
 * @param flight whether they are being computed now
 */
public record CacheEntry(Known known, Flight flight) {
    /** Nothing at all. */
    public static CacheEntry nothing() {
        return new CacheEntry(new Known.Nothing(), new Flight.None());
    }

    /** The rows of a question, however old. */
    public sealed interface Known {
        /** None. */
        record Nothing() implements Known {}

        /**
         * Rows.
         *
         * @param computedAt when their computation was started
         * @param basis what they follow from
         */
        record Kept(List<Row> rows, Instant computedAt, Basis basis) implements Known {
            /** Copies the rows. */
            public Kept {
                rows = List.copyOf(rows);
            }
        }
    }

    /** A computation of a question that isn't over: there is one at a time, for all who ask. */
    public sealed interface Flight {
        /** None. */
        record None() implements Flight {}

        /** Somebody is about to start an execution. */
        record Claimed(Instant startedAt) implements Flight {}

        /** An execution that somebody started, whose rows nobody has read yet. */
        record Running(String executionId, Instant startedAt, Work work) implements Flight {}
    }
}
