package dev.trendlake.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** The page views of the demonstration's web log, read and counted without the lake. */
final class Weblog {
    /** A page view. */
    record View(Instant time, String person, String browser) {}

    private final List<View> views = new ArrayList<>();

    private Weblog() {}

    static InputStream open() {
        return Objects.requireNonNull(
                Weblog.class.getResourceAsStream("/demo/weblog-2015-05.jsonl.gz"));
    }

    static Weblog read() throws IOException {
        Weblog weblog = new Weblog();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(open()), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                weblog.add(Reply.parsed(line));
            }
        }
        return weblog;
    }

    /** How many there are in each bucket. */
    Map<String, Long> views(ZoneId zone, Function<ZonedDateTime, String> bucket) {
        Map<String, Long> counts = new TreeMap<>();
        views.forEach(view -> counts.merge(bucket.apply(view.time().atZone(zone)), 1L, Long::sum));
        return counts;
    }

    /** How many people made those in each bucket. */
    Map<String, Long> visitors(ZoneId zone, Function<ZonedDateTime, String> bucket) {
        Map<String, Set<String>> people = new TreeMap<>();
        for (View view : views) {
            people.computeIfAbsent(bucket.apply(view.time().atZone(zone)), _ -> new HashSet<>())
                    .add(view.person());
        }
        Map<String, Long> counts = new TreeMap<>();
        people.forEach((name, persons) -> counts.put(name, (long) persons.size()));
        return counts;
    }

    /** How many were made with each browser; those without one under the empty name. */
    Map<String, Long> viewsByBrowser() {
        Map<String, Long> counts = new TreeMap<>();
        views.forEach(view -> counts.merge(view.browser(), 1L, Long::sum));
        return counts;
    }

    private void add(JsonNode event) {
        if (event.path("event").asText().equals("$pageview")) {
            views.add(
                    new View(
                            Instant.parse(event.path("timestamp").asText()),
                            event.path("person_id").asText(),
                            event.path("properties").path("$browser").asText("")));
        }
    }
}
