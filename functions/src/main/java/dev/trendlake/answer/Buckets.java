package dev.trendlake.answer;

import dev.trendlake.plan.BucketPlanner;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.util.List;

/**
 * The buckets of a period.
 *
 * @param names as rows name them
 * @param days as {@code days} does
 * @param labels as {@code labels} does
 */
record Buckets(List<String> names, List<String> days, List<String> labels) {
    Buckets {
        names = List.copyOf(names);
        days = List.copyOf(days);
        labels = List.copyOf(labels);
    }

    static Buckets of(Period period, TrendQuery query) {
        TimeRange range = range(period, query);
        BucketLabels labels = new BucketLabels(range, query.range());
        List<String> names =
                range.buckets().stream()
                        .map(bucket -> BucketPlanner.nameOf(bucket, range))
                        .toList();
        return new Buckets(names, labels.days(), labels.labels());
    }

    /** The periods of a question, in the order of the answer. */
    static List<Period> periods(TrendQuery query) {
        return switch (query.comparison()) {
            case Comparison.None() -> List.of(Period.CURRENT);
            case Comparison.With _ -> List.of(Period.CURRENT, Period.PREVIOUS);
        };
    }

    private static TimeRange range(Period period, TrendQuery query) {
        return switch (query.comparison()) {
            case Comparison.None() -> query.range();
            case Comparison.With(var previous) ->
                    period == Period.PREVIOUS ? previous : query.range();
        };
    }
}
