package dev.trendlake.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The period that a range is compared with: spec: trends, 6. Now is Saturday 2020-01-04, 13:00:01.
 */
class ComparisonReaderTest {

    private static TimeRange previous(Question question) {
        return ((Comparison.With) question.and("compare", "true").read().comparison()).previous();
    }

    private static Question range(String interval, String from, String to) {
        return Question.with("interval", "'" + interval + "'")
                .and("date_from", from)
                .and("date_to", to);
    }

    @ParameterizedTest
    @CsvSource({
        // The days of the week stay the same, and one day is in both periods.
        "day, '-7d', null, 2019-12-21T00:00, 2019-12-28T23:59:59.999999",
        "day, null, null, 2019-12-21T00:00, 2019-12-28T23:59:59.999999",
        "day, '-14d', '2020-01-03', 2019-12-08T00:00, 2019-12-21T23:59:59.999999",
        // They don't where the range ends at a relative date, or isn't whole weeks of days.
        "day, '-7d', '-1d', 2019-12-21T00:00, 2019-12-27T23:59:59.999999",
        "day, '-1w', null, 2019-12-20T00:00, 2019-12-27T23:59:59.999999",
        "day, '-6d', null, 2019-12-22T00:00, 2019-12-28T23:59:59.999999",
        "week, '-7d', null, 2019-12-20T00:00, 2019-12-27T23:59:59.999999",
        "day, '-1dStart', null, 2020-01-01T00:00, 2020-01-02T23:59:59.999999",
        "day, '2020-01-02', '2020-01-02', 2020-01-01T00:00, 2020-01-01T23:59:59.999999",
        "month, '2019-12-01', '2019-12-31', 2019-10-31T00:00, 2019-11-30T23:59:59.999999",
        "hour, '-24h', null, 2020-01-02T13:00, 2020-01-03T13:59:59.999999",
        "hour, '2020-01-02T10:20', '2020-01-02T12:40', 2020-01-02T10:20, 2020-01-02T12:40",
    })
    void liesBeforeTheRange(String interval, String from, String to, String first, String last) {
        TimeRange previous = previous(range(interval, quoted(from), quoted(to)));
        assertThat(previous.from().toLocalDateTime()).isEqualTo(first);
        assertThat(previous.to().toLocalDateTime()).isEqualTo(last);
        assertThat(previous.interval())
                .isEqualTo(Interval.valueOf(interval.toUpperCase(Locale.ROOT)));
    }

    // CsvSource takes single quotes for its own.
    private static String quoted(String date) {
        return date.equals("null") ? date : "'" + date + "'";
    }

    @ParameterizedTest
    @CsvSource({
        "-1y, 2018-12-28T00:00, 2019-01-04T23:59:59.999999",
        "-1w, 2019-12-21T00:00, 2019-12-28T23:59:59.999999",
        "-2d, 2019-12-26T00:00, 2020-01-02T23:59:59.999999",
        "-3h, 2019-12-27T21:00, 2020-01-04T20:59:59.999999",
        "-1mStart, 2019-11-01T00:00, 2019-11-08T23:59:59.999999",
    })
    void liesSoMuchEarlierWhereAsked(String shift, String first, String last) {
        TimeRange previous = previous(Question.with("compare_to", "'" + shift + "'"));
        assertThat(previous.from().toLocalDateTime()).isEqualTo(first);
        assertThat(previous.to().toLocalDateTime()).isEqualTo(last);
    }

    @Test
    void countsFromTheStartOfItsOwnBucket() {
        TimeRange previous =
                previous(range("month", "'2019-12-15'", "'2019-12-31'").and("compare_to", "'-1m'"));
        assertThat(previous.from().toLocalDateTime()).isEqualTo("2019-11-15T00:00");
        assertThat(previous.countedFrom().toLocalDateTime()).isEqualTo("2019-11-01T00:00");
    }

    @Test
    void countsABoldNumberToTheSecond() {
        TimeRange previous = previous(Question.with("display", "'BoldNumber'"));
        assertThat(previous.from().toLocalDateTime()).isEqualTo("2019-12-21T00:00");
        TimeRange relative =
                previous(Question.with("display", "'BoldNumber'").and("date_from", "'-7d'"));
        assertThat(relative.from().toLocalDateTime()).isEqualTo("2019-12-22T13:00:01");
        assertThat(relative.to().toLocalDateTime()).isEqualTo("2019-12-29T13:00:01");
        assertThat(relative.countedFrom()).isEqualTo(relative.from());
    }

    @Test
    void looksAtTheIntervalAsAskedWhereOneTotalIsShown() {
        Question question = range("hour", "'-7d'", "null").and("display", "'ActionsPie'");
        assertThat(question.read().range().interval()).isEqualTo(Interval.DAY);
        TimeRange previous = previous(question);
        assertThat(previous.interval()).isEqualTo(Interval.HOUR);
        // Up to the end of this hour are 7 days and 14 hours: no day more, no day of the week.
        assertThat(previous.from().toLocalDateTime()).isEqualTo("2019-12-20T00:00");
    }

    @Test
    void keepsTheTimeOfDayAcrossAChangeOfTheClock() {
        TimeRange previous =
                previous(
                        range("day", "'2020-03-29'", "'2020-03-29'")
                                .in("Europe/Berlin")
                                .at("2020-04-01T10:00:00Z"));
        assertThat(previous.from().toLocalDateTime()).isEqualTo("2020-03-28T00:00");
        assertThat(previous.to().toLocalDateTime()).isEqualTo("2020-03-28T23:59:59.999999");
    }

    @Test
    void refusesAPeriodBeforeTheCalendar() {
        Question question = range("month", "'0001-01-01'", "'0500-01-01'").and("compare", "true");
        assertThat(question.refusal().attribute()).isEqualTo("date_from");
    }
}
