package dev.trendlake.answer;

import dev.trendlake.formula.FormulaExpression;
import dev.trendlake.formula.FormulaParser;
import dev.trendlake.trend.Formula;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Combines the entries of the series by formulas (spec: trends, 8). A series that lacks a value
 * counts as zeros; so does one whose action the project doesn't have.
 */
final class FormulaEntries {
    private final TrendQuery query;
    private final Map<Period, Buckets> buckets;

    FormulaEntries(TrendQuery query, Map<Period, Buckets> buckets) {
        this.query = query;
        this.buckets = new EnumMap<>(buckets);
    }

    /** The entries in order, formula by formula. */
    List<Entry> of(List<Entry> ofSeries) {
        List<Entry> entries = new ArrayList<>();
        Map<Place, Map<Integer, Figures>> places = places(ofSeries);
        for (int order = 0; order < query.formulas().size(); order++) {
            Calculation calculation = calculation(query.formulas().get(order), order);
            places.entrySet().stream()
                    .map(place -> calculation.entry(place.getKey(), place.getValue()))
                    .sorted(FormulaOrder.of(query))
                    .forEach(entries::add);
        }
        return entries;
    }

    private static Map<Place, Map<Integer, Figures>> places(List<Entry> ofSeries) {
        Map<Place, Map<Integer, Figures>> places = new LinkedHashMap<>();
        for (Entry entry : ofSeries) {
            places.computeIfAbsent(
                            new Place(entry.period(), entry.key()), _ -> new LinkedHashMap<>())
                    .put(entry.order(), entry.figures());
        }
        return places;
    }

    private Calculation calculation(Formula formula, int order) {
        FormulaExpression expression = FormulaParser.parse(formula, query.series().size());
        String label =
                formula.customName().isEmpty()
                        ? "Formula (%s)".formatted(formula.expression())
                        : formula.customName();
        return new Calculation(expression, label, order);
    }

    /** What the entries that a formula combines have in common. */
    private record Place(Period period, BreakdownKey key) {}

    /** A formula, understood. */
    private final class Calculation {
        private final FormulaExpression expression;
        private final String label;
        private final int order;

        private Calculation(FormulaExpression expression, String label, int order) {
            this.expression = expression;
            this.label = label;
            this.order = order;
        }

        private Entry entry(Place place, Map<Integer, Figures> bySeries) {
            Figures figures =
                    query.display().isTotalValue()
                            ? total(bySeries)
                            : overTime(bySeries, place.period());
            return new Entry(
                    Entry.Subject.FORMULA,
                    order,
                    place.period(),
                    place.key(),
                    label,
                    figures,
                    false);
        }

        private Figures total(Map<Integer, Figures> bySeries) {
            double value = value(bySeries, FormulaEntries::total);
            return new Figures.Total(value, value);
        }

        private Figures overTime(Map<Integer, Figures> bySeries, Period period) {
            int length = Objects.requireNonNull(buckets.get(period)).names().size();
            List<Double> data =
                    IntStream.range(0, length)
                            .mapToObj(bucket -> value(bySeries, one -> amount(one, bucket)))
                            .toList();
            double sum = Figures.sum(data);
            return new Figures.OverTime(data, sum, sum);
        }

        private double value(Map<Integer, Figures> bySeries, ToDoubleFunction<Figures> amountOf) {
            double value =
                    expression.valueOf(series -> {
                        Figures figures = bySeries.get(series);
                        return figures == null ? 0 : defined(amountOf.applyAsDouble(figures));
                    });
            return value == 0 ? 0 : value; // never the negative zero, which sorts below the other
        }
    }

    private static double total(Figures figures) {
        return switch (figures) {
            case Figures.Total total -> total.value();
            case Figures.OverTime over -> over.count();
        };
    }

    private static double amount(Figures figures, int bucket) {
        return switch (figures) {
            case Figures.OverTime over -> over.data().get(bucket);
            case Figures.Total total -> total.value();
        };
    }

    // Arithmetic knows nothing of what is undefined (spec: trends, 3).
    private static double defined(double amount) {
        return Double.isFinite(amount) ? amount : 0;
    }
}
