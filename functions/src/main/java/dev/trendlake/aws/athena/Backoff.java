package dev.trendlake.aws.athena;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How to repeat a call that was refused or lost: with full jitter, so that callers that were
 * refused together don't come back together.
 *
 * @param base the longest pause after the first attempt; it doubles with each further one
 * @param longest the longest pause of all
 * @param attempts how often a call is made at most, the first included
 */
public record Backoff(Duration base, Duration longest, int attempts) {
    /** Six attempts within some 6 seconds. */
    public static final Backoff STANDARD =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(3), 6);

    /** Checks that the pauses are positive and a call is made at all. */
    public Backoff {
        if (!base.isPositive() || longest.compareTo(base) < 0 || attempts < 1) {
            throw new IllegalArgumentException(
                    "no backoff: " + base + " up to " + longest + ", " + attempts + " attempts");
        }
    }

    /** The pause after an attempt that failed, counted from 1. */
    public Duration pauseAfter(int attempt, RandomGenerator random) {
        double full =
                Math.min(
                        (double) longest.toNanos(),
                        (double) base.toNanos() * Math.pow(2, attempt - 1.0));
        return Duration.ofNanos((long) (full * random.nextDouble()));
    }
}
