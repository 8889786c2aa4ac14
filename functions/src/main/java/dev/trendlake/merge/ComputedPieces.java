package dev.trendlake.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.cache.Piece;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.Row;
import dev.trendlake.json.JsonTree;
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
        if (TrendPlanner.givesChanges(query, query.series().get(series - 1))) {
            addNumbers(series, period, value, sums(points));
        } else {
            addAmounts(series, period, value, points);
        }
    }

    private void addAmounts(int series, int period, String value, Map<String, Double> points) {
        for (Work.Bucket bucket : buckets) {
            Double amount = points.get(bucket.slot());
            if (bucket.period() == period && amount != null) {
                add(bucket, new Piece.Amount(series, value, amount));
            }
        }
    }

    // The number of a bucket is that of the last change up to it.
    private void addNumbers(
            int series, int period, String value, NavigableMap<String, Double> sums) {
        for (Work.Bucket bucket : buckets) {
            Map.Entry<String, Double> last = sums.floorEntry(bucket.slot());
            if (bucket.period() == period && last != null && last.getValue() != 0) {
                add(bucket, new Piece.Amount(series, value, last.getValue()));
            }
        }
    }

    private void add(Work.Bucket bucket, Piece.Amount amount) {
        amounts.computeIfAbsent(bucket.name(), _ -> new ArrayList<>()).add(amount);
    }

    private static NavigableMap<String, Double> sums(NavigableMap<String, Double> changes) {
        NavigableMap<String, Double> sums = new TreeMap<>();
        double sum = 0;
        for (Map.Entry<String, Double> change : changes.entrySet()) {
            sum += change.getValue();
            sums.put(change.getKey(), sum);
        }
        return sums;
    }

    private static NavigableMap<String, Double> points(String json) {
        try {
            NavigableMap<String, Double> points = new TreeMap<>();
            for (Map.Entry<String, JsonNode> point : JsonTree.read(json).properties()) {
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
