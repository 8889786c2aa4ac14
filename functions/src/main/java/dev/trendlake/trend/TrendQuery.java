package dev.trendlake.trend;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trends question, understood whole: dates are resolved, test accounts are folded into the
 * filter, series stand in the order of the answer (spec: trends, 1).
 *
 * @param series what is counted, in the order of the answer; at least one
 * @param range when
 * @param interval the width of a bucket as asked, also where the range is looked at as a whole
 * @param now when it is asked
 * @param filter which events count
 * @param breakdown into what each series is broken down
 * @param limit how many values of the breakdown are shown
 * @param comparison with what earlier period
 * @param display how it is shown
 * @param formulas what the series are combined to; none for the series themselves
 * @param smoothing over how many buckets values are averaged; 1 for not at all
 * @param samplingFactor the share of people who are looked at, above 0 and up to 1
 * @param echo the members of the answer's {@code filter} that repeat what was asked, as plain JSON
 *     values in the order of the answer; without the dates, which the answer adds
 */
public record TrendQuery(
        List<Series> series,
        TimeRange range,
        Interval interval,
        Instant now,
        PropertyFilter filter,
        Breakdown breakdown,
        BreakdownLimit limit,
        Comparison comparison,
        Display display,
        List<Formula> formulas,
        int smoothing,
        double samplingFactor,
        Map<String, Object> echo) {

    /** Copies the lists and checks the numbers. */
    public TrendQuery {
        series = List.copyOf(series);
        formulas = List.copyOf(formulas);
        echo = Collections.unmodifiableMap(new LinkedHashMap<>(echo));
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a question without series");
        }
        if (smoothing < 1) {
            throw new IllegalArgumentException("smoothing over " + smoothing + " buckets");
        }
        if (!(samplingFactor > 0 && samplingFactor <= 1)) {
            throw new IllegalArgumentException("a sampling factor of " + samplingFactor);
        }
    }

    /**
     * The periods in the order of their numbers: that which is asked about, and the earlier one.
     */
    public List<TimeRange> periods() {
        return switch (comparison) {
            case Comparison.None() -> List.of(range);
            case Comparison.With(TimeRange previous) -> List.of(range, previous);
        };
    }

    /**
     * The same about other periods, with up to so many values of the breakdown.
     *
     * @param periods one or two, in the order of their numbers
     */
    public TrendQuery about(List<TimeRange> periods, BreakdownLimit values) {
        return new TrendQuery(
                series,
                periods.getFirst(),
                interval,
                now,
                filter,
                breakdown,
                values,
                periods.size() == 1 ? new Comparison.None() : new Comparison.With(periods.get(1)),
                display,
                formulas,
                smoothing,
                samplingFactor,
                echo);
    }
}
