package dev.trendlake.plan;

import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The stretch of time whose events the windows of a range see (spec: trends, 3.1): no value of a
 * breakdown has an entry for events that no window sees.
 */
record ActiveWindow(TimeRange range) {
    /** From when on events are seen by windows of so many days. */
    Instant first(int days) {
        Instant asked = range.from().minusDays(days).toInstant().truncatedTo(ChronoUnit.SECONDS);
        Instant seen = afterFirst(days);
        return seen.isAfter(asked) ? seen : asked;
    }

    /** Until when events are seen: the window of a week ends with the week's first day. */
    Instant last() {
        Instant seen = startOfDayAfter(range.startOfBucket(range.to())).minusMillis(1);
        return range.interval() == Interval.WEEK && seen.isBefore(range.lastInstant())
                ? seen
                : range.lastInstant();
    }

    // The first slot of the first window: the one after that which lies a whole window back.
    private Instant afterFirst(int days) {
        ZonedDateTime bucket = range.startOfBucket(range.from());
        return switch (range.interval()) {
            case MINUTE -> bucket.minusDays(days).plusMinutes(1).toInstant();
            case HOUR -> bucket.minusDays(days).plusHours(1).toInstant();
            case DAY, WEEK, MONTH -> startOfDayAfter(bucket.minusDays(days));
        };
    }

    private Instant startOfDayAfter(ZonedDateTime time) {
        return time.toLocalDate().plusDays(1).atStartOfDay(range.zone()).toInstant();
    }
}
