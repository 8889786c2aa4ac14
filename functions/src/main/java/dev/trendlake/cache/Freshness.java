package dev.trendlake.cache;

import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import java.time.Duration;
import java.time.Instant;

/** Tells how long the rows of a question answer it again (spec: HTTP, 3). */
public final class Freshness {
    /** How long rows are kept whose range has ended: they never go stale. */
    private static final Duration CLOSED = Duration.ofDays(7);

    private Freshness() {}

    /**
     * Whether rows still answer a question.
     *
     * @param range what they are about
     * @param computedAt when they were computed; rows from the future are of no use
     * @param now when they are asked for
     */
    public static boolean isFresh(TimeRange range, Instant computedAt, Instant now) {
        if (computedAt.isAfter(now)) {
            return false;
        }
        return endedBefore(range, computedAt)
                || now.isBefore(computedAt.plus(staleAfter(range.interval())));
    }

    /** Until when rows are worth keeping that were computed at {@code computedAt}. */
    public static Instant expiresAt(TimeRange range, Instant computedAt) {
        return computedAt.plus(
                endedBefore(range, computedAt) ? CLOSED : staleAfter(range.interval()));
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
}
