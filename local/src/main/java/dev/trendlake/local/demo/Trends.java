package dev.trendlake.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API answered.
 *
 * @param series one entry for each
 * @param execution the id of the execution that computed it; empty for a kept answer
 * @param took how long the request took
 */
record Trends(List<JsonNode> series, String execution, Duration took) {
    Trends {
        series = List.copyOf(series);
    }

    /** The days of a series. */
    List<Bar> days(int place) {
        List<Bar> bars = new ArrayList<>();
        JsonNode entry = series.get(place);
        for (int i = 0; i < entry.path("labels").size(); i++) {
            String label = entry.path("labels").path(i).asText();
            bars.add(new Bar(label, entry.path("data").path(i).asDouble()));
        }
        return bars;
    }

    /** The sums of all series. */
    List<Bar> totals() {
        return series.stream()
                .map(entry -> new Bar(label(entry), entry.path("count").asDouble()))
                .toList();
    }

    private static String label(JsonNode entry) {
        String label = entry.path("label").asText();
        return label.startsWith("$$_posthog_breakdown_null") ? "(none)" : label;
    }
}
