package dev.trendlake.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trend to ask for.
 *
 * @param parameters of the query string
 */
record Question(Map<String, String> parameters) {
    /** Page views, and the people behind them, day by day. */
    static final Question PER_DAY =
            of(
                    "[{\"id\":\"$pageview\",\"custom_name\":\"Page views\"},"
                        + "{\"id\":\"$pageview\",\"math\":\"dau\",\"custom_name\":\"Visitors\"}]",
                    Map.of());

    /** Page views by browser. */
    static final Question BY_BROWSER =
            of(
                    "[{\"id\":\"$pageview\"}]",
                    Map.of("breakdown", "$browser", "breakdown_type", "event"));

    Question {
        parameters = Map.copyOf(parameters);
    }

    String queryString() {
        return parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Question::encoded)
                .collect(Collectors.joining("&"));
    }

    private static String encoded(Map.Entry<String, String> parameter) {
        return parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8);
    }

    private static Question of(String events, Map<String, String> others) {
        Map<String, String> parameters = new LinkedHashMap<>(others);
        parameters.put("events", events);
        parameters.put("date_from", "2015-05-17");
        parameters.put("date_to", "2015-05-20");
        // A kept answer would have no SQL to show.
        parameters.put("refresh", "true");
        return new Question(parameters);
    }
}
