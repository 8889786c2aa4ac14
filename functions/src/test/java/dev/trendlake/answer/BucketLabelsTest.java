package dev.trendlake.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Questions;
import dev.trendlake.trend.TimeRange;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;

/** Examples of the specification, trends 2.5. */
class BucketLabelsTest {
    @Test
    void namesDaysWithoutLeadingZero() {
        BucketLabels names = names("2020-01-04", "2020-01-05", Interval.DAY);

        assertThat(names.days()).containsExactly("2020-01-04", "2020-01-05");
        assertThat(names.labels()).containsExactly("4-Jan-2020", "5-Jan-2020");
    }

    @Test
    void namesHours() {
        BucketLabels names = names("2020-01-04", "2020-01-04", Interval.HOUR);

        assertThat(names.days()).hasSize(24).element(13).isEqualTo("2020-01-04 13:00:00");
        assertThat(names.labels()).element(13).isEqualTo("4-Jan 13:00");
    }

    @Test
    void namesMonths() {
        BucketLabels names = names("2019-12-15", "2020-01-04", Interval.MONTH);

        assertThat(names.days()).containsExactly("2019-12-01", "2020-01-01");
        assertThat(names.labels()).containsExactly("Dec 2019", "Jan 2020");
    }

    @Test
    void namesWeeksByTheirFirstDayEvenBeforeTheRange() {
        BucketLabels names = names("2020-01-07", "2020-01-12", Interval.WEEK);

        assertThat(names.days()).containsExactly("2020-01-05", "2020-01-12");
    }

    @Test
    void labelsWeeksAsRangesWithinTheRange() {
        BucketLabels names = names("2019-12-29", "2020-02-02", Interval.WEEK);

        assertThat(names.labels())
                .containsExactly(
                        "29-Dec-2019 – 4-Jan-2020",
                        "5–11 Jan",
                        "12–18 Jan",
                        "19–25 Jan",
                        "26-Jan – 1-Feb",
                        "2-Feb-2020");
    }

    @Test
    void cutsWeeksOfThePeriodBeforeIntoTheCurrentOne() {
        TimeRange previous = range("2019-12-01", "2019-12-14", Interval.WEEK);
        TimeRange current = range("2020-01-05", "2020-01-18", Interval.WEEK);
        BucketLabels names = new BucketLabels(previous, current);

        assertThat(names.days()).containsExactly("2019-12-01", "2019-12-08");
        assertThat(names.labels()).containsExactly("5-Jan-2020", "5-Jan-2020");
    }

    private static BucketLabels names(String first, String last, Interval interval) {
        TimeRange range = range(first, last, interval);
        return new BucketLabels(range, range);
    }

    private static TimeRange range(String first, String last, Interval interval) {
        return Questions.question()
                .between(first, last)
                .per(interval, DayOfWeek.SUNDAY)
                .query()
                .range();
    }
}
