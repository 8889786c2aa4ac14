package dev.trendlake.trends;

import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheEntry.Flight;
import dev.trendlake.cache.CacheEntry.Known;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.ResultCache;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.StillRunning;
import java.time.Duration;
import java.time.Instant;

/** Waits for the execution that another request is about to start. */
final class ClaimedWait {
    private static final Duration PAUSE = Duration.ofMillis(150);

    /** How often a claim is looked at that somebody wants to end. */
    private static final int LOOKS = 30;

    private final ResultCache cache;

    ClaimedWait(ResultCache cache) {
        this.cache = cache;
    }

    /**
     * The rows of that execution.
     *
     * @param claimedAt when the other one claimed the question
     * @param landing gives the rows of an execution once it is known
     * @throws ExecutionLost when the other one has given up
     */
    Flights.Landed rows(Question question, Instant claimedAt, Landing landing)
            throws StillRunning, ExecutionLost {
        while (question.asking().deadline().remaining().compareTo(PAUSE) > 0) {
            pause();
            CacheEntry entry = cache.find(question.key(), question.asking().now());
            if (entry.known() instanceof Known.Kept kept
                    && !kept.computedAt().isBefore(claimedAt)) {
                return new Flights.Landed(kept, new TrendOutcome.Origin.Cache());
            }
            switch (entry.flight()) {
                case Flight.Running running -> {
                    return landing.rows(question, running);
                }
                case Flight.None() -> throw new ExecutionLost("the claim was given up");
                case Flight.Claimed _ -> {}
            }
        }
        throw new StillRunning("");
    }

    /**
     * What is known of a question, once an execution that somebody is about to start has begun, or
     * its owner takes too long.
     */
    CacheEntry started(CacheKey key, Asking asking) {
        CacheEntry entry = cache.find(key, asking.now());
        try {
            for (int look = 0; entry.flight() instanceof Flight.Claimed && look < LOOKS; look++) {
                pause();
                entry = cache.find(key, asking.now());
            }
            return entry;
        } catch (StillRunning _) {
            return entry;
        }
    }

    private static void pause() throws StillRunning {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StillRunning("");
        }
    }

    /** Gives the rows of an execution. */
    @FunctionalInterface
    interface Landing {
        Flights.Landed rows(Question question, Flight.Running running)
                throws StillRunning, ExecutionLost;
    }
}
