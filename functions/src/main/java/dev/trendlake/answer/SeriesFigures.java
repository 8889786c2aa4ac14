package dev.trendlake.answer;

import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.Statistic;
import dev.trendlake.trend.TrendQuery;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Makes the numbers of an entry of the amounts of its row (spec: trends, 3.5 and 7). */
final class SeriesFigures {
    private final TrendQuery query;

    SeriesFigures(TrendQuery query) {
        this.query = query;
    }

    /** The one number of the whole range. */
    Figures total(Series series, Map<String, Double> amounts) {
        double given = amounts.getOrDefault(SeriesPoints.TOTAL, 0.0);
        // Only an expression of the caller's own may have no value (spec: trends, 3).
        boolean isNothing =
                Double.isNaN(given) && !(series.aggregation() instanceof Aggregation.HogQl);
        double amount = isNothing ? 0 : given;
        return new Figures.Total(scaled(amount, series), amount);
    }

    /** The numbers of these buckets. */
    Figures overTime(Series series, Map<String, Double> amounts, List<String> buckets) {
        List<Double> shown = smoothed(accumulated(perBucket(series, amounts, buckets)));
        double sum = Figures.sum(shown);
        double count = isCumulative() && !shown.isEmpty() ? shown.getLast() : sum;
        List<Double> data = shown.stream().map(amount -> scaled(amount, series)).toList();
        return new Figures.OverTime(data, scaled(count, series), sum);
    }

    private List<Double> perBucket(
            Series series, Map<String, Double> amounts, List<String> buckets) {
        return TrendPlanner.givesChanges(query, series)
                ? summed(new TreeMap<>(amounts), buckets)
                : filled(amounts, buckets);
    }

    // Names of slots sort like the slots: dates, or seconds of ten digits.
    private static List<Double> summed(NavigableMap<String, Double> changes, List<String> buckets) {
        return buckets.stream()
                .map(bucket -> Figures.sum(List.copyOf(changes.headMap(bucket, true).values())))
                .toList();
    }

    // In a bucket, what is undefined is nothing, unlike in a total (spec: trends, 3).
    private static List<Double> filled(Map<String, Double> amounts, List<String> buckets) {
        return buckets.stream()
                .map(bucket -> amounts.getOrDefault(bucket, 0.0))
                .map(amount -> Double.isFinite(amount) ? amount : 0.0)
                .toList();
    }

    private List<Double> accumulated(List<Double> data) {
        if (!isCumulative()) {
            return data;
        }
        List<Double> totals = new ArrayList<>();
        double total = 0;
        for (double amount : data) {
            total += amount;
            totals.add(total);
        }
        return totals;
    }

    // The mean of a bucket and those before it, as many as there are, rounded down. In decimals: a
    // sum that is carried along in binary ones would drift across a whole number.
    private List<Double> smoothed(List<Double> data) {
        int width = query.smoothing();
        if (width == 1) {
            return data;
        }
        List<Double> means = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < data.size(); i++) {
            sum = sum.add(BigDecimal.valueOf(data.get(i)));
            if (i >= width) {
                sum = sum.subtract(BigDecimal.valueOf(data.get(i - width)));
            }
            BigDecimal length = BigDecimal.valueOf(Math.min(i + 1, width));
            means.add(sum.divide(length, 0, RoundingMode.FLOOR).doubleValue());
        }
        return means;
    }

    private boolean isCumulative() {
        return query.display() == Display.LINE_GRAPH_CUMULATIVE;
    }

    private double scaled(double amount, Series series) {
        if (query.samplingFactor() == 1 || !growsWithPeople(series.aggregation())) {
            return amount;
        }
        return Math.rint(amount * (1 / query.samplingFactor()));
    }

    // An average of some people is one of all; a sum is not.
    private static boolean growsWithPeople(Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.OfProperty property -> property.statistic() == Statistic.SUM;
            case Aggregation.CountPerActor _ -> false;
            case Aggregation.Total _,
                    Aggregation.UniqueActors _,
                    Aggregation.ActiveActors _,
                    Aggregation.UniqueSessions _,
                    Aggregation.FirstTimeForUser _,
                    Aggregation.FirstMatchingEventForUser _,
                    Aggregation.HogQl _ ->
                    true;
        };
    }
}
