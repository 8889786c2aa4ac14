package dev.trendlake.answer;

import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.TrendQuery;
import java.util.Comparator;
import java.util.List;

/**
 * The order of a formula's entries (spec: trends, 8): the current period first, and in a period …
 */
final class FormulaOrder {
    private static final Comparator<Entry> BY_PERIOD = Comparator.comparing(Entry::period);

    private static final Comparator<Entry> BY_SIZE =
            Comparator.comparingDouble((Entry entry) -> entry.figures().ordered())
                    .thenComparing(FormulaOrder::data, FormulaOrder::compareData)
                    .thenComparing(entry -> entry.key().text())
                    .reversed();

    // PostHog sorts anew where it compares: no value and all others are values as all are.
    private static final Comparator<Entry> BY_COUNT =
            Comparator.comparingDouble(FormulaOrder::count)
                    .reversed()
                    .thenComparing(entry -> entry.key().text(), new NaturalOrder());

    private FormulaOrder() {}

    /** The order of a question's entries. */
    static Comparator<Entry> of(TrendQuery query) {
        if (Calculations.hasEverybody(query.breakdown())) {
            return BY_PERIOD.thenComparingInt(entry -> SeriesOrder.place(entry.key()));
        }
        return switch (query.comparison()) {
            case Comparison.With _ -> BY_PERIOD.thenComparing(BY_COUNT);
            case Comparison.None() ->
                    Comparator.comparingInt((Entry entry) -> rank(entry, query.breakdown()))
                            .thenComparing(BY_SIZE);
        };
    }

    private static int rank(Entry entry, Breakdown breakdown) {
        return switch (breakdown) {
            case Breakdown.Single _ -> entry.key().rank();
            case Breakdown.None _, Breakdown.Several _, Breakdown.Cohorts _ -> 0;
        };
    }

    private static double count(Entry entry) {
        return switch (entry.figures()) {
            case Figures.OverTime over -> over.count();
            case Figures.Total _ -> 0;
        };
    }

    private static List<Double> data(Entry entry) {
        return switch (entry.figures()) {
            case Figures.OverTime over -> over.data();
            case Figures.Total _ -> List.of();
        };
    }

    private static int compareData(List<Double> left, List<Double> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = Double.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
