package dev.trendlake.merge;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.cache.Piece;
import dev.trendlake.cache.Work;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the rows that a question's own statement would have given, of the pieces of its buckets.
 */
final class MergedRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final double LARGEST_WHOLE = 1e15;

    private final TrendQuery query;

    MergedRows(TrendQuery query) {
        this.query = query;
    }

    /**
     * The rows.
     *
     * @param periods for each period the pieces of its buckets, in their order
     */
    List<Row> of(List<List<PlacedPiece>> periods) {
        List<Row> rows = new ArrayList<>();
        for (int period = 0; period < periods.size(); period++) {
            for (int series = 1; series <= query.series().size(); series++) {
                addRows(rows, series, period, periods.get(period));
            }
        }
        return rows;
    }

    /** A piece of a bucket, by the name that the bucket has in rows. */
    record PlacedPiece(String slot, Piece piece) {
        static PlacedPiece of(Work.Bucket bucket, Piece piece) {
            return new PlacedPiece(bucket.slot(), piece);
        }
    }

    private void addRows(List<Row> rows, int series, int period, List<PlacedPiece> pieces) {
        Map<String, double[]> byValue = byValue(series, pieces);
        Map<String, Set<Integer>> present = present(series, pieces);
        boolean areChanges = TrendPlanner.givesChanges(query, ofPlace(series));
        RankedValues ranked = new RankedValues(query, byValue);
        ranked.kept()
                .forEach((value, amounts) -> {
                    Set<Integer> places =
                            ranked.isOther(value)
                                    ? all(present)
                                    : present.getOrDefault(value, Set.of());
                    List<String> texts = new ArrayList<>();
                    texts.add(Integer.toString(series));
                    texts.add(Integer.toString(period));
                    if (!(query.breakdown() instanceof Breakdown.None)) {
                        texts.add(value);
                    }
                    texts.add(
                            areChanges
                                    ? changes(amounts, pieces)
                                    : points(amounts, places, pieces));
                    rows.add(new Row(texts));
                });
    }

    private Series ofPlace(int series) {
        return query.series().get(series - 1);
    }

    private static Map<String, double[]> byValue(int series, List<PlacedPiece> pieces) {
        Map<String, double[]> byValue = new TreeMap<>();
        for (int place = 0; place < pieces.size(); place++) {
            for (Piece.Amount amount : pieces.get(place).piece().amounts()) {
                if (amount.series() == series) {
                    byValue.computeIfAbsent(amount.value(), _ -> new double[pieces.size()])[place] =
                            amount.amount();
                }
            }
        }
        return byValue;
    }

    // A bucket that has an amount of 0 is not one without events.
    private static Map<String, Set<Integer>> present(int series, List<PlacedPiece> pieces) {
        Map<String, Set<Integer>> present = new TreeMap<>();
        for (int place = 0; place < pieces.size(); place++) {
            for (Piece.Amount amount : pieces.get(place).piece().amounts()) {
                if (amount.series() == series) {
                    present.computeIfAbsent(amount.value(), _ -> new TreeSet<>()).add(place);
                }
            }
        }
        return present;
    }

    private static Set<Integer> all(Map<String, Set<Integer>> present) {
        Set<Integer> all = new TreeSet<>();
        present.values().forEach(all::addAll);
        return all;
    }

    private static String points(double[] amounts, Set<Integer> places, List<PlacedPiece> pieces) {
        ObjectNode points = JSON.createObjectNode();
        places.forEach(place -> put(points, pieces.get(place).slot(), amounts[place]));
        return points.toString();
    }

    // Each bucket's number is the sum of all changes up to it.
    private static String changes(double[] amounts, List<PlacedPiece> pieces) {
        ObjectNode points = JSON.createObjectNode();
        double before = 0;
        for (int place = 0; place < amounts.length; place++) {
            if (amounts[place] != before) {
                put(points, pieces.get(place).slot(), amounts[place] - before);
            }
            before = amounts[place];
        }
        return points.toString();
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
