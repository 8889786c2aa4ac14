package dev.trendlake.answer;

import dev.trendlake.trend.Breakdown;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order of the entries of series (spec: trends, 5.3 and 5.4): the current period first; series
 * by series; in a series by sum, largest first, then by value; then no value, then all others.
 */
final class SeriesOrder {
    private static final Comparator<Entry> BY_SERIES_AND_SIZE =
            Comparator.comparingInt(Entry::order)
                    .thenComparingInt((Entry entry) -> entry.key().rank())
                    .thenComparing(
                            Comparator.comparingDouble((Entry entry) -> entry.figures().ordered())
                                    .reversed())
                    .thenComparing(Entry::key, SeriesOrder::compareKeys);

    private SeriesOrder() {}

    /** The order under a breakdown. */
    static Comparator<Entry> of(Breakdown breakdown) {
        Comparator<Entry> byPeriod = Comparator.comparing(Entry::period);
        return Calculations.areByCohort(breakdown)
                ? byPeriod.thenComparingInt(entry -> place(entry.key()))
                        .thenComparingInt(Entry::order)
                : byPeriod.thenComparing(BY_SERIES_AND_SIZE);
    }

    /** The place of a cohort in the question. */
    static int place(BreakdownKey key) {
        return switch (key) {
            case BreakdownKey.InCohort(_, int place) -> place;
            case BreakdownKey.None _, BreakdownKey.Single _, BreakdownKey.Several _ -> 0;
        };
    }

    private static int compareKeys(BreakdownKey left, BreakdownKey right) {
        if (left instanceof BreakdownKey.InCohort(var first, _)
                && right instanceof BreakdownKey.InCohort(var second, _)) {
            return Long.compare(first.id(), second.id());
        }
        List<String> lefts = values(left);
        List<String> rights = values(right);
        for (int i = 0; i < Math.min(lefts.size(), rights.size()); i++) {
            int order = compareBytes(lefts.get(i), rights.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(lefts.size(), rights.size());
    }

    private static List<String> values(BreakdownKey key) {
        return switch (key) {
            case BreakdownKey.Several(var values) -> values;
            case BreakdownKey.None _, BreakdownKey.Single _, BreakdownKey.InCohort _ ->
                    List.of(key.text());
        };
    }

    // As the database compares texts; Java would put emoji before some other letters.
    private static int compareBytes(String left, String right) {
        return Arrays.compareUnsigned(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
