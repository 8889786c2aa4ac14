package dev.trendlake.request;

import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import java.util.Optional;

/**
 * Reads {@code compare} and {@code compare_to} into the period that a range is compared with (spec:
 * trends, 6). A shift alone compares nothing.
 */
final class ComparisonReader {
    private final DateReader dates;
    private final DateRangeReader ranges;

    ComparisonReader(DateReader dates, DateRangeReader ranges) {
        this.dates = dates;
        this.ranges = ranges;
    }

    /** With what the range of a question is compared. */
    Comparison read(Fields fields, Interval asked, Display display) {
        Field shift = fields.field("compare_to");
        if (!fields.field("compare").truth()) {
            return new Comparison.None();
        }
        // Also where one total is shown, which itself looks at days.
        PreviousPeriod period = new PreviousPeriod(ranges.current(fields, asked, display));
        TimeRange previous =
                shift.isBlank()
                        ? period.before(keepsDaysOfTheWeek(fields, asked))
                        : shifted(period, shift);
        if (previous.from().getYear() < 1) {
            throw fields.field("date_from")
                    .refused("the period before it lies outside the calendar; use a shorter range");
        }
        return new Comparison.With(ranges.counted(previous, fields, display));
    }

    private TimeRange shifted(PreviousPeriod period, Field shift) {
        return dates.shift(shift)
                .filter(RelativeDate::saysSomething)
                .flatMap(relative -> period.shifted(relative, shift.text()))
                .orElseThrow(() ->
                        shift.refused(
                                "'%s' is not a relative date; use one such as -1w or -1y"
                                        .formatted(QueryShape.shortened(shift.text()))));
    }

    // A range of -7d has eight days, so the eight before it would begin on another day of the week.
    private boolean keepsDaysOfTheWeek(Fields fields, Interval asked) {
        Field from = fields.field("date_from");
        Field to = fields.field("date_to");
        Optional<RelativeDate> end = to.isBlank() ? Optional.empty() : dates.shift(to);
        boolean countsWeeks =
                from.isBlank()
                        || dates.shift(from).filter(RelativeDate::countsWeeksInDays).isPresent();
        return asked == Interval.DAY
                && countsWeeks
                && end.filter(RelativeDate::saysSomething).isEmpty();
    }
}
