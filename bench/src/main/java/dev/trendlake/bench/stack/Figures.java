package dev.trendlake.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an answer by entry and day, without the zeros: what an answer and a statement
 * written by hand are compared by.
 *
 * @param values by {@code entry, a blank, day}
 */
record Figures(Map<String, Double> values) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double ROUNDING = 1e-9;

    Figures {
        values = Map.copyOf(values);
    }

    /** Of a statement's rows: entry, day, value. */
    static Figures ofRows(List<List<@Nullable Object>> rows) {
        Map<String, Double> values = new TreeMap<>();
        for (List<@Nullable Object> row : rows) {
            put(values, row.get(0) + " " + row.get(1), Double.parseDouble("" + row.get(2)));
        }
        return new Figures(values);
    }

    /** Of an answer of the API. */
    static Figures ofAnswer(String body) throws IOException {
        JsonNode entries = MAPPER.readTree(body).path("result");
        long series = stream(entries).map(entry -> entry.path("order")).distinct().count();
        Map<String, Double> values = new TreeMap<>();
        for (JsonNode entry : entries) {
            String name = name(entry, series > 1);
            if (entry.has("aggregated_value")) {
                put(values, name + " ", entry.path("aggregated_value").asDouble());
            }
            for (int i = 0; i < entry.path("data").size(); i++) {
                String day = entry.path("days").path(i).asText();
                put(values, name + " " + day, entry.path("data").path(i).asDouble());
            }
        }
        return new Figures(values);
    }

    /** Where others differ, for a person to read; empty when they don't. */
    List<String> differencesTo(Figures others) {
        SortedSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(others.values.keySet());
        return names.stream()
                .filter(name -> !isSame(at(name), others.at(name)))
                .map(name -> "%s: %s, %s".formatted(name, at(name), others.at(name)))
                .toList();
    }

    private double at(String name) {
        return values.getOrDefault(name, 0.0);
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other));
    }

    private static void put(Map<String, Double> values, String name, double value) {
        if (value != 0) {
            values.put(name, value);
        }
    }

    /** What tells an entry from the others: period, series, value of the breakdown. */
    private static String name(JsonNode entry, boolean bySeries) {
        String series = bySeries ? entry.path("order").asText() : "";
        String period = entry.path("compare_label").asText();
        JsonNode value = entry.path("breakdown_value");
        String breakdown =
                value.isArray()
                        ? stream(value).map(JsonNode::asText).collect(Collectors.joining("::"))
                        : value.asText();
        return period + series + breakdown;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
