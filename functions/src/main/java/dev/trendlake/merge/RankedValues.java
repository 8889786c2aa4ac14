package dev.trendlake.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.trendlake.json.JsonTree;
import dev.trendlake.plan.BreakdownValue;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.TrendQuery;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the largest values of a breakdown and adds up the rest, as the statement of a whole
 * question does (spec: trends, 5.2): no value at all comes last, then by the sum of what is shown,
 * then by the value as the engine compares texts.
 */
final class RankedValues {
    private static final Comparator<Ranked> ORDER =
            Comparator.comparing(Ranked::isNone)
                    .thenComparing(Comparator.comparingDouble(Ranked::total).reversed())
                    .thenComparing(Ranked::texts, RankedValues::compare);

    private final TrendQuery query;
    private final int buckets;

    /**
     * @param buckets how many the period has
     */
    RankedValues(TrendQuery query, int buckets) {
        this.query = query;
        this.buckets = buckets;
    }

    /** The value that stands for all that were added up; empty where there is none such. */
    static String other(Breakdown breakdown) {
        return switch (breakdown) {
            case Breakdown.None _, Breakdown.Cohorts _ -> "";
            case Breakdown.Single _ -> BreakdownValue.OTHER;
            case Breakdown.Several(var dimensions) -> {
                ArrayNode others = JsonTree.list();
                dimensions.forEach(_ -> others.add(BreakdownValue.OTHER));
                yield JsonTree.write(others);
            }
        };
    }

    /**
     * The values that are shown, with their amounts.
     *
     * @param byValue the amounts of each value by the places of their buckets
     */
    Map<String, SortedMap<Integer, Double>> of(Map<String, SortedMap<Integer, Double>> byValue) {
        return switch (query.breakdown()) {
            case Breakdown.None _, Breakdown.Cohorts _ -> byValue;
            case Breakdown.Single _, Breakdown.Several _ -> ranked(byValue);
        };
    }

    private Map<String, SortedMap<Integer, Double>> ranked(
            Map<String, SortedMap<Integer, Double>> byValue) {
        String other = other(query.breakdown());
        Map<String, SortedMap<Integer, Double>> shown = new LinkedHashMap<>();
        SortedMap<Integer, Double> rest =
                new TreeMap<>(byValue.getOrDefault(other, new TreeMap<>()));
        byValue.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(other))
                .map(entry -> ranked(entry.getKey(), entry.getValue()))
                .sorted(ORDER)
                .forEach(one -> {
                    if (shown.size() < query.limit().values()) {
                        shown.put(one.value(), one.amounts());
                    } else {
                        one.amounts()
                                .forEach((place, amount) -> rest.merge(place, amount, Double::sum));
                    }
                });
        if (!rest.isEmpty() && !query.limit().hidesOther()) {
            shown.put(other, rest);
        }
        return shown;
    }

    private Ranked ranked(String value, SortedMap<Integer, Double> amounts) {
        List<String> texts = texts(value);
        return new Ranked(
                value, amounts, texts, texts.contains(BreakdownValue.NONE), total(amounts));
    }

    // In a running total, an amount is seen again in every later bucket.
    private double total(SortedMap<Integer, Double> amounts) {
        boolean isRunning = query.display() == Display.LINE_GRAPH_CUMULATIVE;
        double total = 0;
        for (Map.Entry<Integer, Double> amount : amounts.entrySet()) {
            total += amount.getValue() * (isRunning ? buckets - amount.getKey() : 1);
        }
        return total;
    }

    private List<String> texts(String value) {
        if (!(query.breakdown() instanceof Breakdown.Several)) {
            return List.of(value);
        }
        try {
            return JsonTree.read(value).valueStream().map(JsonNode::asText).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine gave values that are no JSON", e);
        }
    }

    private static int compare(List<String> left, List<String> right) {
        for (int i = 0; i < left.size(); i++) {
            int order =
                    Arrays.compareUnsigned(
                            left.get(i).getBytes(StandardCharsets.UTF_8),
                            right.get(i).getBytes(StandardCharsets.UTF_8));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** A value with what it is ranked by. */
    private record Ranked(
            String value,
            SortedMap<Integer, Double> amounts,
            List<String> texts,
            boolean isNone,
            double total) {}
}
