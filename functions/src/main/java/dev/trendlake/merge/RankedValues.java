package dev.trendlake.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/**
 * Keeps the largest values of a breakdown and adds up the rest, as the statement of a whole
 * question does (spec: trends, 5.2): no value at all comes last, then by the sum of what is shown,
 * then by the value as the engine compares texts.
 */
final class RankedValues {
    private static final JsonMapper JSON = new JsonMapper();

    private final TrendQuery query;
    private final Map<String, double[]> byValue;

    RankedValues(TrendQuery query, Map<String, double[]> byValue) {
        this.query = query;
        this.byValue = byValue;
    }

    /** The amounts by value, one for each bucket. */
    Map<String, double[]> kept() {
        return switch (query.breakdown()) {
            case Breakdown.None _, Breakdown.Cohorts _ -> byValue;
            case Breakdown.Single _, Breakdown.Several _ -> ranked();
        };
    }

    /** Whether a value stands for all that were added up. */
    boolean isOther(String value) {
        return switch (query.breakdown()) {
            case Breakdown.None _, Breakdown.Cohorts _ -> false;
            case Breakdown.Single _, Breakdown.Several _ -> value.equals(other());
        };
    }

    private Map<String, double[]> ranked() {
        List<Ranked> order =
                byValue.entrySet().stream()
                        .filter(entry -> !isOther(entry.getKey()))
                        .map(entry -> ranked(entry.getKey(), entry.getValue()))
                        .sorted(
                                Comparator.comparing(Ranked::isNone)
                                        .thenComparing(
                                                Comparator.comparingDouble(Ranked::total)
                                                        .reversed())
                                        .thenComparing(Ranked::texts, RankedValues::compare))
                        .toList();
        int limit = Math.min(order.size(), query.limit().values());
        Map<String, double[]> kept = new LinkedHashMap<>();
        order.subList(0, limit).forEach(one -> kept.put(one.value(), amounts(one)));
        if (!query.limit().hidesOther()) {
            order.subList(limit, order.size()).forEach(one -> addTo(kept, amounts(one)));
            if (byValue.containsKey(other())) {
                addTo(kept, byValue.getOrDefault(other(), new double[0]));
            }
        }
        return kept;
    }

    private double[] amounts(Ranked ranked) {
        return byValue.getOrDefault(ranked.value(), new double[0]);
    }

    private void addTo(Map<String, double[]> kept, double[] amounts) {
        double[] sum = kept.computeIfAbsent(other(), _ -> new double[amounts.length]);
        for (int place = 0; place < amounts.length; place++) {
            sum[place] += amounts[place];
        }
    }

    private Ranked ranked(String value, double[] amounts) {
        List<String> texts = texts(value);
        return new Ranked(value, texts, texts.contains(BreakdownValue.NONE), total(amounts));
    }

    private double total(double[] amounts) {
        double total = 0;
        double running = 0;
        for (double amount : amounts) {
            running += amount;
            total += query.display() == Display.LINE_GRAPH_CUMULATIVE ? running : amount;
        }
        return total;
    }

    private List<String> texts(String value) {
        if (!(query.breakdown() instanceof Breakdown.Several)) {
            return List.of(value);
        }
        try {
            return JSON.readTree(value).valueStream().map(text -> text.asText()).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine gave values that are no JSON", e);
        }
    }

    private String other() {
        if (!(query.breakdown() instanceof Breakdown.Several(var dimensions))) {
            return BreakdownValue.OTHER;
        }
        ArrayNode others = JSON.createArrayNode();
        dimensions.forEach(_ -> others.add(BreakdownValue.OTHER));
        return others.toString();
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
    private record Ranked(String value, List<String> texts, boolean isNone, double total) {}
}
