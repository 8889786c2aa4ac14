package dev.trendlake.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.engine.Row;
import dev.trendlake.json.JsonTree;
import java.util.HashMap;
import java.util.Map;

/**
 * One row of the statement's result: the amounts of a series by the name of their bucket.
 *
 * @param period of the compared two
 * @param series the place of the series in the question, counted from 0
 * @param key the breakdown value
 * @param amounts the amounts, NaN for one that is undefined; buckets without events are absent
 */
record SeriesPoints(Period period, int series, BreakdownKey key, Map<String, Double> amounts) {
    /** The name of the only amount where the range is looked at as a whole. */
    static final String TOTAL = "total";

    private static final int WITH_VALUE = 4;

    SeriesPoints {
        amounts = Map.copyOf(amounts);
    }

    /** Reads a row as the planner promises it: series, period, perhaps value, points. */
    static SeriesPoints of(Row row, BreakdownKeys keys) {
        int series = Integer.parseInt(row.text(0)) - 1;
        Period period = row.text(1).equals("1") ? Period.PREVIOUS : Period.CURRENT;
        BreakdownKey key =
                row.size() == WITH_VALUE ? keys.of(row.text(2)) : new BreakdownKey.None();
        // Without any events there are no groups, and the one row has nothing to say.
        Map<String, Double> amounts =
                row.value(row.size() - 1).map(SeriesPoints::amounts).orElseGet(Map::of);
        return new SeriesPoints(period, series, key, amounts);
    }

    /** A series without events. */
    static SeriesPoints none(Period period, int series) {
        return new SeriesPoints(period, series, new BreakdownKey.None(), Map.of());
    }

    private static Map<String, Double> amounts(String json) {
        try {
            Map<String, Double> amounts = new HashMap<>();
            for (Map.Entry<String, JsonNode> point : JsonTree.read(json).properties()) {
                JsonNode amount = point.getValue();
                amounts.put(point.getKey(), amount.isNumber() ? amount.doubleValue() : Double.NaN);
            }
            return amounts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine gave points that are no JSON", e);
        }
    }
}
