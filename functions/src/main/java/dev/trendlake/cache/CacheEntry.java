package dev.trendlake.cache;

import dev.trendlake.engine.Row;
import java.time.Instant;
import java.util.List;

/** What the cache knows of a question. */
public sealed interface CacheEntry {
    /** Nothing. */
    record Nothing() implements CacheEntry {}

    /** Its rows, and when they were computed. */
    record Kept(List<Row> rows, Instant computedAt) implements CacheEntry {
        /** Copies the rows. */
        public Kept {
            rows = List.copyOf(rows);
        }
    }

    /** That an execution was started for it, at this time, which nobody has read yet. */
    record Running(String executionId, Instant startedAt) implements CacheEntry {}
}
