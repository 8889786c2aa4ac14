package dev.trendlake.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations from spec: HTTP, 3 and the behaviour of its tests. */
class FreshnessTest {
    private static final Instant COMPUTED = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "HOUR, PT10M, true",
        "HOUR, PT1H1M, false",
        "DAY, PT1H, true",
        "DAY, PT7H, false",
        "WEEK, PT20H, true",
        "WEEK, PT25H, false",
        "MONTH, PT20H, true",
        "MONTH, P2D, false",
    })
    void goesStaleByInterval(Interval interval, Duration age, boolean fresh) {
        TimeRange open = range(interval, "2026-11-23T23:59:59.999999Z");

        assertThat(Freshness.isFresh(open, COMPUTED, COMPUTED.plus(age))).isEqualTo(fresh);
    }

    @Test
    void neverGoesStaleWhenTheRangeEndedBefore() {
        TimeRange closed = range(Interval.DAY, "2026-11-22T23:59:59.999999Z");

        assertThat(Freshness.isFresh(closed, COMPUTED, COMPUTED.plus(Duration.ofDays(300))))
                .isTrue();
    }

    @Test
    void trustsNothingFromTheFuture() {
        TimeRange closed = range(Interval.DAY, "2026-11-22T23:59:59.999999Z");

        assertThat(Freshness.isFresh(closed, COMPUTED, COMPUTED.minusMillis(1))).isFalse();
    }

    @Test
    void keepsOpenRangesUntilTheyGoStale() {
        TimeRange open = range(Interval.HOUR, "2026-11-23T10:59:59.999999Z");

        assertThat(Freshness.expiresAt(open, COMPUTED))
                .isEqualTo(COMPUTED.plus(Duration.ofHours(1)));
    }

    @Test
    void keepsClosedRangesLonger() {
        TimeRange closed = range(Interval.HOUR, "2026-11-22T23:59:59.999999Z");

        assertThat(Freshness.expiresAt(closed, COMPUTED))
                .isEqualTo(COMPUTED.plus(Duration.ofDays(7)));
    }

    private static TimeRange range(Interval interval, String to) {
        ZonedDateTime from = ZonedDateTime.parse("2026-11-01T00:00:00Z");
        return new TimeRange(from, ZonedDateTime.parse(to), from, interval, DayOfWeek.SUNDAY, "");
    }
}
