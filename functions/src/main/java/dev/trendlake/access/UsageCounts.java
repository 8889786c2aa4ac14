package dev.trendlake.access;

import java.time.Instant;
import java.util.Optional;

/** Counts the requests of keys for all functions together. */
public interface UsageCounts {
    /**
     * Counts requests of a key.
     *
     * @param now when the last of them was made
     * @param requests how many
     * @return what is counted with them; empty when nothing can be counted for now
     */
    Optional<Usage> add(KeyHash key, Instant now, long requests);
}
