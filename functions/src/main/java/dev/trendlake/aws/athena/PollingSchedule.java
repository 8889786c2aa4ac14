package dev.trendlake.aws.athena;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to look at an execution: soon at first, since small statements end within a second, then
 * less and less often, since every look counts against the account's quota (spec: Athena, 2).
 *
 * @param first the longest pause before the first look
 * @param growth by how much each pause may be longer than the one before; at least 1
 * @param longest the longest pause of all
 */
public record PollingSchedule(Duration first, double growth, Duration longest) {
    /** A look after 150 ms, growing by half to one every 2 seconds. */
    public static final PollingSchedule STANDARD =
            new PollingSchedule(Duration.ofMillis(150), 1.5, Duration.ofSeconds(2));

    /** The share of a pause that chance may take away, so that callers don't look in step. */
    private static final double JITTER = 0.2;

    /** Checks that the pauses are positive and don't shrink. */
    public PollingSchedule {
        if (!first.isPositive() || growth < 1 || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "no schedule: " + first + ", growing by " + growth + ", up to " + longest);
        }
    }

    /** The pause before a look, counted from 0: four to five fifths of its full length. */
    public Duration pauseBefore(int look, RandomGenerator random) {
        double full =
                Math.min(
                        (double) longest.toNanos(),
                        (double) first.toNanos() * Math.pow(growth, look));
        return Duration.ofNanos((long) (full * (1 - JITTER * random.nextDouble())));
    }
}
