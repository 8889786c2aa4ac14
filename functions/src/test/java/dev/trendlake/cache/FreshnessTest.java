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
    void trustsNothingFromFurtherInTheFutureThanClocksDiffer() {
        TimeRange closed = range(Interval.DAY, "2026-11-22T23:59:59.999999Z");

        assertThat(Freshness.isFresh(closed, COMPUTED, COMPUTED.minusSeconds(60))).isTrue();
        assertThat(Freshness.isFresh(closed, COMPUTED, COMPUTED.minusSeconds(121))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "MINUTE, PT14M, true",
        "MINUTE, PT16M, false",
        "HOUR, PT1H59M, true",
        "HOUR, PT2H1M, false",
        "DAY, PT11H, true",
        "DAY, PT13H, false",
        "MONTH, PT47H, true",
        "MONTH, PT49H, false",
    })
    void isFreshEnoughForLongerWhereNobodyWouldWait(Interval interval, Duration age, boolean is) {
        TimeRange open = range(interval, "2026-12-31T23:59:59.999999Z");

        assertThat(Freshness.isFreshEnough(open, COMPUTED, COMPUTED.plus(age))).isEqualTo(is);
    }

    @Test
    void keepsRowsForAYearSinceTheyStayExact() {
        assertThat(Freshness.expiresAt(COMPUTED)).isEqualTo(COMPUTED.plus(Duration.ofDays(365)));
    }

    private static TimeRange range(Interval interval, String to) {
        ZonedDateTime from = ZonedDateTime.parse("2026-11-01T00:00:00Z");
        return new TimeRange(from, ZonedDateTime.parse(to), from, interval, DayOfWeek.SUNDAY, "");
    }
}
