package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The charts of {@code @typelytics/posthog} over the web log, against counts made by other means.
 */
@ExtendWith(WholeStackExtension.class)
final class TypelyticsIT {
    private static final String ALL_DAYS =
            "\"date_from\": \"2015-05-17\", \"date_to\": \"2015-05-20\", \"interval\": \"day\"";

    private final WholeStack stack;
    private final Weblog weblog;

    TypelyticsIT(WholeStack stack) throws IOException {
        this.stack = stack;
        this.weblog = Weblog.read();
    }

    @BeforeAll
    static void install() throws Exception {
        NodeClients.require();
    }

    @Test
    void drawsSeveralSeries() throws Exception {
        JsonNode results =
                chart(
                        """
                        {"series": [{"name": "$pageview", "sampling": "total", "label": "Views"},
                                    {"name": "$pageview", "sampling": "dau", "label": "Visitors"}],
                         "options": {"type": "line", %s}}\
                        """
                                .formatted(ALL_DAYS));

        assertThat(byDay(results.path("Views")))
                .isEqualTo(weblog.views(ZoneOffset.UTC, TypelyticsIT::day));
        assertThat(byDay(results.path("Visitors")))
                .isEqualTo(weblog.visitors(ZoneOffset.UTC, TypelyticsIT::day));
        assertThat(results.at("/Views/aggregated_value").asLong()).isEqualTo(3174);
        assertThat(results.at("/Views/labels/0").asText()).isEqualTo("17-May-2015");
    }

    @Test
    void breaksDownByBrowser() throws Exception {
        JsonNode browsers =
                chart(
                                """
                                {"series": [{"name": "$pageview", "sampling": "total"}],
                                 "options": {"type": "bar-total", "breakdown": "$browser",
                                             "date_from": "2015-05-17", "date_to": "2015-05-20"}}\
                                """)
                        .path("$pageview");

        Map<String, Long> counts = new TreeMap<>();
        browsers.properties()
                .forEach(browser ->
                        counts.put(
                                browser.getKey().startsWith("$$") ? "" : browser.getKey(),
                                browser.getValue().path("aggregated_value").asLong()));
        assertThat(counts).isEqualTo(weblog.viewsByBrowser());
    }

    @Test
    void comparesWithTheDaysBefore() throws Exception {
        JsonNode results =
                chart(
                        """
                        {"series": [{"name": "$pageview", "sampling": "total"}],
                         "options": {"type": "line", "compare": true, "interval": "day",
                                     "date_from": "2015-05-19", "date_to": "2015-05-20"}}\
                        """);

        Map<String, Long> views = weblog.views(ZoneOffset.UTC, TypelyticsIT::day);
        assertThat(amounts(results.path("Current - $pageview")))
                .containsExactly(views.get("2015-05-19"), views.get("2015-05-20"));
        assertThat(amounts(results.path("Previous - $pageview")))
                .containsExactly(views.get("2015-05-17"), views.get("2015-05-18"));
    }

    @Test
    void filtersSeriesAndQuestion() throws Exception {
        JsonNode results =
                chart(
                        """
                        {"series": [{"name": "$pageview", "sampling": "total", "label": "Firefox",
                                     "where": {"filters": {"property": "$browser",
                                               "compare": "exact", "value": ["Firefox"]}}},
                                    {"name": "$pageview", "sampling": "total", "label": "Both"}],
                         "filters": [{"match": "OR", "filters": [
                             {"property": "$browser", "compare": "exact", "value": "Firefox"},
                             {"property": "$browser", "compare": "exact", "value": "Chrome"}]}],
                         "options": {"type": "number",
                                     "date_from": "2015-05-17", "date_to": "2015-05-20"}}\
                        """);

        Map<String, Long> browsers = weblog.viewsByBrowser();
        assertThat(results.at("/Firefox/aggregated_value").asLong())
                .isEqualTo(browsers.get("Firefox"));
        assertThat(results.at("/Both/aggregated_value").asLong())
                .isEqualTo(
                        browsers.getOrDefault("Firefox", 0L) + browsers.getOrDefault("Chrome", 0L));
    }

    // An entry of a formula has no action, here as at PostHog (spec: trends, 8), and the client
    // looks for its order: it gets the numbers and can't draw them.
    @Test
    void getsFormulasAsPostHogWritesThem() throws Exception {
        JsonNode printed =
                ask(
                        """
                        {"series": [{"name": "$pageview", "sampling": "total"},
                                    {"name": "$pageview", "sampling": "dau"}],
                         "options": {"type": "line", "formula": "A - B", %s}}\
                        """
                                .formatted(ALL_DAYS));

        JsonNode entry =
                Reply.parsed(printed.at("/exchanges/0/body").asText()).path("result").path(0);
        Map<String, Long> expected = new TreeMap<>(weblog.views(ZoneOffset.UTC, TypelyticsIT::day));
        weblog.visitors(ZoneOffset.UTC, TypelyticsIT::day)
                .forEach((name, visitors) -> expected.merge(name, -visitors, Long::sum));
        assertThat(byDay(entry)).isEqualTo(expected);
        assertThat(printed.path("error").asText()).contains("null").contains("order");
    }

    @Test
    void tellsTheClientWhatIsWrong() throws Exception {
        JsonNode printed =
                ask(
                        """
                        {"series": [{"name": "$pageview", "sampling": "total"}],
                         "options": {"type": "line", "interval": "fortnight"}}\
                        """);

        assertThat(printed.path("error").asText())
                .startsWith("Failed to fetch data: Bad Request")
                .contains("\"attr\":\"interval\"");
    }

    private JsonNode chart(String question) throws IOException, InterruptedException {
        JsonNode printed = ask(question);
        assertThat(printed.path("error").isMissingNode()).as(printed.toString()).isTrue();
        return printed.path("chart").path("results");
    }

    private JsonNode ask(String question) throws IOException, InterruptedException {
        JsonNode printed =
                NodeClients.run(
                        "typelytics.mjs",
                        question,
                        stack.running().gateway().toString(),
                        SampleProjects.KEY,
                        Long.toString(SampleProjects.WEBLOG));
        assertThat(printed.at("/exchanges/0/target").asText())
                .startsWith("/api/projects/1//insights/trend/?");
        return printed;
    }

    private static String day(ZonedDateTime time) {
        return time.toLocalDate().toString();
    }

    private static List<Long> amounts(JsonNode entry) {
        List<Long> amounts = new ArrayList<>();
        entry.path("data").forEach(amount -> amounts.add(amount.asLong()));
        return amounts;
    }

    private static Map<String, Long> byDay(JsonNode entry) {
        Map<String, Long> amounts = new TreeMap<>();
        for (int i = 0; i < entry.path("days").size(); i++) {
            amounts.put(entry.path("days").path(i).asText(), entry.path("data").path(i).asLong());
        }
        return amounts;
    }
}
