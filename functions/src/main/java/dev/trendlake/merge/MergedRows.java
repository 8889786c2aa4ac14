package dev.trendlake.merge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.cache.Piece;
import dev.trendlake.engine.Row;
import dev.trendlake.json.JsonTree;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the rows that a question's own statement would have given, of the pieces of its buckets.
 */
final class MergedRows {
    private static final double LARGEST_WHOLE = 1e15;

    private final TrendQuery query;

    MergedRows(TrendQuery query) {
        this.query = query;
    }

    /** A piece of a bucket, by the name that the bucket has in rows. */
    record PlacedPiece(String slot, Piece piece) {}

    /**
     * The rows.
     *
     * @param pieces of all buckets, period by period, in their order
     */
    List<Row> of(List<PlacedPiece> pieces) {
        List<Row> rows = new ArrayList<>();
        int from = 0;
        for (int period = 0; period < query.periods().size(); period++) {
            int to = from + query.periods().get(period).buckets().size();
            for (int series = 1; series <= query.series().size(); series++) {
                addRows(rows, series, period, pieces.subList(from, to));
            }
            from = to;
        }
        return rows;
    }

    private void addRows(List<Row> rows, int series, int period, List<PlacedPiece> pieces) {
        boolean areChanges = TrendPlanner.givesChanges(query, query.series().get(series - 1));
        RankedValues ranked = new RankedValues(query, pieces.size());
        ranked.of(byValue(series, pieces))
                .forEach((value, amounts) -> {
                    List<String> texts = new ArrayList<>();
                    texts.add(Integer.toString(series));
                    texts.add(Integer.toString(period));
                    if (!(query.breakdown() instanceof Breakdown.None)) {
                        texts.add(value);
                    }
                    texts.add(
                            points(areChanges ? changes(amounts, pieces.size()) : amounts, pieces));
                    rows.add(new Row(texts));
                });
    }

    // The amounts of each value by the places of their buckets: one of 0 is not one that isn't
    // there.
    private static Map<String, SortedMap<Integer, Double>> byValue(
            int series, List<PlacedPiece> pieces) {
        Map<String, SortedMap<Integer, Double>> byValue = new TreeMap<>();
        for (int place = 0; place < pieces.size(); place++) {
            for (Piece.Amount amount : pieces.get(place).piece().amounts()) {
                if (amount.series() == series) {
                    byValue.computeIfAbsent(amount.value(), _ -> new TreeMap<>())
                            .put(place, amount.amount());
                }
            }
        }
        return byValue;
    }

    // Each bucket's number is the sum of all changes up to it.
    private static SortedMap<Integer, Double> changes(
            SortedMap<Integer, Double> amounts, int places) {
        SortedMap<Integer, Double> changes = new TreeMap<>();
        double before = 0;
        for (int place = 0; place < places; place++) {
            double amount = amounts.getOrDefault(place, 0.0);
            if (amount != before) {
                changes.put(place, amount - before);
            }
            before = amount;
        }
        return changes;
    }

    private static String points(SortedMap<Integer, Double> amounts, List<PlacedPiece> pieces) {
        ObjectNode points = JsonTree.object();
        amounts.forEach((place, amount) -> put(points, pieces.get(place).slot(), amount));
        return JsonTree.write(points);
    }

    private static void put(ObjectNode points, String slot, double amount) {
        if (Math.rint(amount) == amount && Math.abs(amount) < LARGEST_WHOLE) {
            points.put(slot, (long) amount);
        } else if (Double.isFinite(amount)) {
            points.put(slot, amount);
        } else {
            points.put(slot, Double.toString(amount));
        }
    }
}
