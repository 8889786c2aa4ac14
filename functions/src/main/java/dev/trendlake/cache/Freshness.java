package dev.trendlake.cache;

import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells how long the rows of a question answer it again (spec: HTTP, 3), where nobody tells of
 * changes of the lake, or where an end of its range is "now".
 */
public final class Freshness {
    /** How long rows are kept, fresh or stale: as long as nothing changes they are exact. */
    private static final Duration KEPT = Duration.ofDays(365);

    /** By how much the clocks of two functions may differ. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private Freshness() {}

    /**
     * Whether rows still answer a question.
     *
     * @param range what they are about
     * @param computedAt when they were computed; rows from the future are of no use
     * @param now when they are asked for
     */
    public static boolean isFresh(TimeRange range, Instant computedAt, Instant now) {
        if (computedAt.isAfter(now.plus(SKEW))) {
            return false;
        }
        return endedBefore(range, computedAt)
                || now.isBefore(computedAt.plus(staleAfter(range.interval())));
    }

    /** The same for a caller who would rather have an old answer than wait. */
    public static boolean isFreshEnough(TimeRange range, Instant computedAt, Instant now) {
        if (computedAt.isAfter(now.plus(SKEW))) {
            return false;
        }
        return endedBefore(range, computedAt)
                || now.isBefore(computedAt.plus(veryStaleAfter(range.interval())));
    }

    /** Until when rows are kept that were computed at {@code computedAt}. */
    public static Instant expiresAt(Instant computedAt) {
        return computedAt.plus(KEPT);
    }

    private static boolean endedBefore(TimeRange range, Instant computedAt) {
        return range.to().toInstant().isBefore(computedAt);
    }

    private static Duration staleAfter(Interval interval) {
        return switch (interval) {
            case MINUTE -> Duration.ofMinutes(5);
            case HOUR -> Duration.ofHours(1);
            case DAY -> Duration.ofHours(6);
            case WEEK, MONTH -> Duration.ofDays(1);
        };
    }

    // PostHog's thresholds of the lazy mode.
    private static Duration veryStaleAfter(Interval interval) {
        return switch (interval) {
            case MINUTE -> Duration.ofMinutes(15);
            case HOUR -> Duration.ofHours(2);
            case DAY -> Duration.ofHours(12);
            case WEEK, MONTH -> Duration.ofDays(2);
        };
    }
}
