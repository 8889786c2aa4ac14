package dev.trendlake.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trendlake.cache.Piece;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Takes the rows of an execution apart into pieces. */
final class ComputedPieces {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WITH_VALUE = 4;

    private final TrendQuery query;
    private final List<Work.Bucket> buckets;
    private final Map<String, List<Piece.Amount>> amounts = new HashMap<>();

    ComputedPieces(TrendQuery query, Work work) {
        this.query = query;
        this.buckets = work.buckets().stream().filter(Work.Bucket::isComputed).toList();
    }

    /** A piece for each bucket that was computed, by its name; empty ones as well. */
    Map<String, Piece> of(List<Row> rows) {
        rows.forEach(this::read);
        Map<String, Piece> pieces = new LinkedHashMap<>();
        for (Work.Bucket bucket : buckets) {
            List<Piece.Amount> own = amounts.getOrDefault(bucket.name(), List.of());
            pieces.put(bucket.name(), new Piece(bucket.digest(), own));
        }
        return pieces;
    }

    private void read(Row row) {
        // Without any events there are no groups, and the one row has nothing to say.
        row.value(row.size() - 1).ifPresent(json -> read(row, points(json)));
    }

    private void read(Row row, NavigableMap<String, Double> points) {
        int series = Integer.parseInt(row.text(0));
        int period = Integer.parseInt(row.text(1));
        String value = row.size() == WITH_VALUE ? row.text(2) : "";
        boolean areChanges = TrendPlanner.givesChanges(query, query.series().get(series - 1));
        for (Work.Bucket bucket : buckets) {
            if (bucket.period() != period) {
                continue;
            }
            if (areChanges) {
                double sum = sum(points.headMap(bucket.slot(), true));
                if (sum != 0) {
                    add(bucket, new Piece.Amount(series, value, sum));
                }
            } else if (points.containsKey(bucket.slot())) {
                add(bucket, new Piece.Amount(series, value, points.get(bucket.slot())));
            }
        }
    }

    private void add(Work.Bucket bucket, Piece.Amount amount) {
        amounts.computeIfAbsent(bucket.name(), _ -> new ArrayList<>()).add(amount);
    }

    private static double sum(Map<String, Double> changes) {
        return changes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static NavigableMap<String, Double> points(String json) {
        try {
            NavigableMap<String, Double> points = new TreeMap<>();
            for (Map.Entry<String, JsonNode> point : JSON.readTree(json).properties()) {
                points.put(point.getKey(), number(point.getValue()));
            }
            return points;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine gave points that are no JSON", e);
        }
    }

    // The engine writes what JSON has no numbers for as texts: NaN, Infinity, -Infinity.
    private static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (node.asText()) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }
}
