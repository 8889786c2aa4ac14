package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.TimeRange;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What dates stand for: spec: trends, 2.1 to 2.3. Now is Saturday, 2020-01-04 13:00:01. */
class DateRangeReaderTest {

    private static TimeRange range(@Nullable String from, @Nullable String to, String interval) {
        Question question = Question.with("interval", "'" + interval + "'");
        if (from != null) {
            question = question.and("date_from", "'" + from + "'");
        }
        if (to != null) {
            question = question.and("date_to", "'" + to + "'");
        }
        return question.read().range();
    }

    @ParameterizedTest
    @CsvSource({
        // absent, empty, relative, in days
        ", 2019-12-28T00:00",
        "'', 2019-12-28T00:00",
        "-7d, 2019-12-28T00:00",
        "7d, 2019-12-28T00:00",
        "+7d, 2019-12-28T00:00",
        "-14d, 2019-12-21T00:00",
        "dStart, 2020-01-04T00:00",
        "-1dStart, 2020-01-03T00:00",
        "-1dEnd, 2020-01-03T00:00",
        // other units
        "-24h, 2020-01-03T13:00",
        "0h, 2020-01-04T13:00",
        "hStart, 2020-01-04T00:00",
        "-30M, 2020-01-04T00:00",
        "-90000s, 2020-01-03T00:00",
        "-2w, 2019-12-21T00:00",
        "-1q, 2019-10-05T00:00",
        "-1m, 2019-12-04T00:00",
        "mStart, 2020-01-01T00:00",
        "-1mStart, 2019-12-01T00:00",
        "-1mEnd, 2019-12-31T00:00",
        "-1y, 2019-01-04T00:00",
        "yStart, 2020-01-01T00:00",
        "-1yStart, 2019-01-01T00:00",
        "-1yEnd, 2019-01-31T00:00",
        // words in which a letter is found, and capitals, mean now
        "d, 2020-01-04T00:00",
        "today, 2020-01-04T00:00",
        "yesterday, 2020-01-04T00:00",
        "-3D, 2020-01-04T00:00",
        "-3W, 2020-01-04T00:00",
        "last 7days, 2020-01-04T00:00",
        "xx-3dxx, 2020-01-01T00:00",
        // nothing found
        "-, 2020-01-04T13:00:01",
        "2020-13-45, 2020-01-04T13:00:01",
        // absolute
        "2019-12-24, 2019-12-24T00:00",
        "2019-9-4, 2019-09-04T00:00",
        "20191224, 2019-12-24T00:00",
        "2019-12, 2019-12-01T00:00",
        "2019, 2019-01-01T00:00",
        "2019-W52-2, 2019-12-24T00:00",
        "2019-358, 2019-12-24T00:00",
        "2019-12-24T10:00, 2019-12-24T10:00",
        "2019-12-24 10:00:30, 2019-12-24T10:00:30",
        "2019-12-24T10, 2019-12-24T10:00",
        "2019-12-24T24:00, 2019-12-25T00:00",
        "2019-12-24T10:00:00.123456, 2019-12-24T10:00:00.123456",
        "2019-12-24T10:00:00Z, 2019-12-24T10:00",
        "2019-12-24T10:00:00+02:00, 2019-12-24T08:00",
        "2019-12-24T10:00:00-0530, 2019-12-24T15:30",
        "all, 2019-12-01T05:20",
    })
    void readsDateFrom(@Nullable String text, LocalDateTime expected) {
        assertThat(range(text, null, "day").from().toLocalDateTime()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        ", day, 2020-01-04T23:59:59.999999",
        ", week, 2020-01-04T23:59:59.999999",
        ", month, 2020-01-04T23:59:59.999999",
        ", hour, 2020-01-04T13:59:59.999999",
        ", minute, 2020-01-04T13:59:59.999999",
        "-1d, day, 2020-01-03T23:59:59.999999",
        "-1d, hour, 2020-01-03T13:59:59.999999",
        "-1dEnd, hour, 2020-01-03T23:59:59.999999",
        "all, day, 2020-01-04T23:59:59.999999",
        "-1mEnd, day, 2019-12-31T23:59:59.999999",
        "2020-01-03, day, 2020-01-03T23:59:59.999999",
        "2020-01-03, hour, 2020-01-03T00:00",
        "2020-01-03T10:20:30, hour, 2020-01-03T10:20:30",
        "2020-01-03T10:20:30, day, 2020-01-03T23:59:59.999999",
    })
    void readsDateTo(@Nullable String text, String interval, LocalDateTime expected) {
        assertThat(range(null, text, interval).to().toLocalDateTime()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // absolute or absent: the start of its bucket
        "2019-12-24T10:20:30, hour, 2019-12-24T10:00",
        "2019-12-24T10:20:30, day, 2019-12-24T00:00",
        "2019-12-24T10:20:30, week, 2019-12-24T00:00",
        "2019-12-24T10:20:30, month, 2019-12-01T00:00",
        ", month, 2019-12-01T00:00",
        ", week, 2019-12-28T00:00",
        // relative
        "-24h, hour, 2020-01-03T13:00",
        "-24h, day, 2020-01-03T13:00",
        "-24h, week, 2020-01-03T00:00",
        "-24h, month, 2020-01-01T00:00",
        "-1d, hour, 2020-01-03T00:00",
        "-40d, month, 2019-11-01T00:00",
        "-9d, week, 2019-12-26T00:00",
        "all, month, 2019-12-01T00:00",
    })
    void countsFrom(@Nullable String text, String interval, LocalDateTime expected) {
        assertThat(range(text, null, interval).countedFrom().toLocalDateTime()).isEqualTo(expected);
    }

    @Test
    void keepsExplicitDatesAsTheyAre() {
        TimeRange range =
                Question.with("explicit_date", "'true'")
                        .and("date_from", "'2019-12-24T10:20:30'")
                        .and("date_to", "'2020-01-03T11:12:13'")
                        .read()
                        .range();
        assertThat(range.countedFrom()).isEqualTo("2019-12-24T10:20:30Z");
        assertThat(range.to()).isEqualTo("2020-01-03T11:12:13Z");
    }

    @Test
    void keepsTheMomentItselfForOneBoldNumber() {
        TimeRange range =
                Question.with("display", "'BoldNumber'")
                        .and("date_from", "'-30M'")
                        .and("interval", "'month'")
                        .read()
                        .range();
        assertThat(range.from()).isEqualTo("2020-01-04T12:30:01Z");
        assertThat(range.countedFrom()).isEqualTo(range.from());
        assertThat(range.to()).isEqualTo("2020-01-04T13:00:01Z");
    }

    @Test
    void looksAtDaysWhereOneTotalIsShown() {
        TimeRange range =
                Question.with("display", "'ActionsPie'").and("interval", "'hour'").read().range();
        assertThat(range.buckets()).hasSize(8);
        assertThat(range.to()).isEqualTo("2020-01-04T23:59:59.999999Z");
    }

    @Test
    void startsWeeksOnTheProjectsDay() {
        Question question = Question.with("interval", "'week'").and("date_from", "'2019-12-31'");
        assertThat(question.read().range().buckets().getFirst()).isEqualTo("2019-12-29T00:00:00Z");
        assertThat(question.weeksFrom(DayOfWeek.MONDAY).read().range().buckets().getFirst())
                .isEqualTo("2019-12-30T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // Now is already the 5th there.
        "Asia/Tokyo, 2020-01-04T15:00:00Z, -1d, 2020-01-03T15:00:00Z",
        "Asia/Kathmandu, 2020-01-04T15:00:00Z, -3h, 2020-01-04T11:15:00Z",
        // Midnight did not exist in Cairo on 2023-04-28: the day began at 01:00.
        "Africa/Cairo, 2023-04-28T10:00:00Z, dStart, 2023-04-27T22:00:00Z",
        "Africa/Cairo, 2023-04-28T10:00:00Z, 2023-04-28, 2023-04-27T22:00:00Z",
        // Counting back goes by the wall clock: the day before had 23 hours until then.
        "America/New_York, 2020-03-08T16:00:00Z, -24h, 2020-03-07T17:00:00Z",
        // 01:30 comes twice on that day, and it is the second one.
        "America/New_York, 2020-11-01T06:30:00Z, 0h, 2020-11-01T06:00:00Z",
    })
    void goesByTheWallClockOfTheProject(String zone, String now, String from, String expected) {
        TimeRange range =
                Question.with("date_from", "'" + from + "'").in(zone).at(now).read().range();
        assertThat(range.from()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-99999999999d",
        "-99999999999999999999999999h",
        "-999999999y",
        "-999999999q",
        "-3000y",
        "00000000000099999999999m"
    })
    void refusesWhatLiesOutsideTheCalendar(String text) {
        for (String field : new String[] {"date_from", "date_to"}) {
            assertThat(Question.with(field, "'" + text + "'").refusal())
                    .hasMessageContaining("outside the calendar")
                    .extracting("attribute")
                    .isEqualTo(field);
        }
    }

    @Test
    void refusesDatesThatAreNoTexts() {
        assertThat(Question.with("date_from", "20200101").refusal().attribute())
                .isEqualTo("date_from");
        assertThat(Question.with("date_to", "'" + "1".repeat(200_000) + "'").refusal().attribute())
                .isEqualTo("date_to");
    }

    @Test
    void refusesMoreBucketsThanAnybodyLooksAt() {
        Question decades = Question.with("date_from", "'2001-01-01'");
        assertThat(decades.and("interval", "'hour'").refusal())
                .hasMessageContaining("at most 50000")
                .extracting("attribute")
                .isEqualTo("interval");
        assertThat(decades.and("interval", "'day'").read().range().buckets()).hasSize(6943);
    }

    @Test
    void givesNoBucketsWhereTheEndLiesBeforeTheStart() {
        assertThat(range("2020-01-03", "2020-01-01", "day").buckets()).isEmpty();
    }
}
