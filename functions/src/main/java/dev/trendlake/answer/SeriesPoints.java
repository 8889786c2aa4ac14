package dev.trendlake.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trendlake.engine.Row;
import java.util.HashMap;
import java.util.Map;

/**
 * One row of the statement's result: the amounts of a series by the name of their bucket.
 *
 * @param series the place of the series in the question, counted from 0
 * @param value the breakdown value; empty without a breakdown
 * @param amounts the amounts; buckets without events are absent
 */
record SeriesPoints(int series, String value, Map<String, Double> amounts) {
    private static final JsonMapper JSON = new JsonMapper();

    SeriesPoints {
        amounts = Map.copyOf(amounts);
    }

    /** Reads a row as the planner promises it: series, perhaps value, points. */
    static SeriesPoints of(Row row) {
        int series = Integer.parseInt(row.text(0)) - 1;
        String value = row.size() == 3 ? row.text(1) : "";
        return new SeriesPoints(series, value, amounts(row.text(row.size() - 1)));
    }

    /** The sum of all amounts. */
    double total() {
        return amounts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Double> amounts(String json) {
        try {
            Map<String, Double> amounts = new HashMap<>();
            for (Map.Entry<String, JsonNode> point : JSON.readTree(json).properties()) {
                amounts.put(point.getKey(), point.getValue().doubleValue());
            }
            return amounts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine gave points that are no JSON", e);
        }
    }
}
