package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tools of {@code @posthog/agent-toolkit}, as an agent uses them. */
@ExtendWith(WholeStackExtension.class)
final class AgentToolkitIT {
    /** Page views and visitors of each day of the web log, as {@code query-run} takes it. */
    private static final String VIEWS =
            """
            {"kind": "InsightVizNode", "source": {"kind": "TrendsQuery", "series": [
               {"kind": "EventsNode", "event": "$pageview", "custom_name": "Views"},
               {"kind": "EventsNode", "event": "$pageview", "custom_name": "Visitors",
                "math": "dau"}],
             "dateRange": {"date_from": "2015-05-17", "date_to": "2015-05-20"}}}\
            """;

    private final WholeStack stack;
    private final Weblog weblog;

    AgentToolkitIT(WholeStack stack) throws IOException {
        this.stack = stack;
        this.weblog = Weblog.read();
    }

    @BeforeAll
    static void install() throws Exception {
        NodeClients.require();
    }

    @Test
    void runsTrends() throws Exception {
        JsonNode results =
                answers(SampleProjects.AGENT_KEY, step("query-run", "{\"query\": " + VIEWS + "}"))
                        .getFirst();

        assertThat(byDay(results.path(0)))
                .isEqualTo(weblog.views(ZoneOffset.UTC, time -> time.toLocalDate().toString()));
        assertThat(byDay(results.path(1)))
                .isEqualTo(weblog.visitors(ZoneOffset.UTC, time -> time.toLocalDate().toString()));
    }

    @Test
    void runsTrendsWithABreakdownAndFilters() throws Exception {
        JsonNode results =
                answers(
                                SampleProjects.AGENT_KEY,
                                step(
                                        "query-run",
                                        """
                                        {"query": {"kind": "InsightVizNode", "source": {
                                           "kind": "TrendsQuery",
                                           "series": [{"kind": "EventsNode", "event": "$pageview",
                                                       "custom_name": "Views"}],
                                           "properties": {"type": "OR", "values": [
                                              {"key": "$browser", "value": "Firefox",
                                               "operator": "exact", "type": "event"},
                                              {"key": "$browser", "value": ["Chrome"],
                                               "operator": "exact", "type": "event"}]},
                                           "breakdownFilter": {"breakdown": "$browser"},
                                           "trendsFilter": {"display": "ActionsBarValue"},
                                           "dateRange": {"date_from": "2015-05-17",
                                                         "date_to": "2015-05-20"}}}}\
                                        """))
                        .getFirst();

        Map<String, Long> counts = new TreeMap<>();
        results.forEach(entry ->
                counts.put(
                        entry.path("breakdown_value").asText(),
                        entry.path("aggregated_value").asLong()));
        Map<String, Long> expected = new TreeMap<>(weblog.viewsByBrowser());
        expected.keySet().retainAll(List.of("Chrome", "Firefox"));
        assertThat(counts).isEqualTo(expected);
    }

    @Test
    void goesToTheProjectThatTheKeyIsBoundTo() throws Exception {
        JsonNode printed =
                use(SampleProjects.QUERY_KEY, step("query-run", "{\"query\": " + VIEWS + "}"));

        assertThat(texts(printed.path("tools")))
                .contains("query-run", "insight-query")
                .doesNotContain("insight-create-from-query", "projects-get");
        assertThat(byDay(Reply.parsed(printed.at("/answers/0/text").asText()).path(0)))
                .isEqualTo(
                        weblog.views(
                                ZoneId.of("America/Los_Angeles"),
                                time -> time.toLocalDate().toString()));
    }

    @Test
    void tellsTheAgentWhatIsNotComputed() throws Exception {
        JsonNode printed =
                use(
                        SampleProjects.AGENT_KEY,
                        step(
                                "query-run",
                                """
                                {"query": {"kind": "InsightVizNode", "source": {
                                   "kind": "FunnelsQuery", "series": [
                                     {"kind": "EventsNode", "event": "a", "custom_name": "a"},
                                     {"kind": "EventsNode", "event": "b", "custom_name": "b"}]}}}\
                                """));

        assertThat(printed.at("/answers/0/error").asText())
                .contains("Validation error: invalid_input");
    }

    @Test
    void sumsUpWhatModelsCost() throws Exception {
        JsonNode results =
                answers(
                                SampleProjects.AGENT_KEY,
                                step("get-llm-total-costs-for-project", "{\"projectId\": 1}"))
                        .getFirst();

        assertThat(results.isArray()).isTrue();
    }

    @Test
    void listsProjects() throws Exception {
        JsonNode projects =
                answers(SampleProjects.AGENT_KEY, step("projects-get", "{}")).getFirst();

        assertThat(projects)
                .extracting(project -> project.path("id").asLong())
                .contains(SampleProjects.WEBLOG, SampleProjects.CALIFORNIA);
    }

    @Test
    void keepsInsightsAndReadsThem() throws Exception {
        List<JsonNode> answers =
                answers(
                        SampleProjects.AGENT_KEY,
                        step(
                                "insight-create-from-query",
                                """
                                {"data": {"name": "Views of the web log", "favorited": false,
                                          "description": "by an agent", "query": %s}}\
                                """
                                        .formatted(VIEWS)),
                        step("insight-get", "{\"insightId\": \"$answers.0.short_id\"}"),
                        step("insights-get-all", "{\"data\": {\"search\": \"web log\"}}"),
                        step("insight-query", "{\"insightId\": \"$answers.0.id\"}"),
                        step(
                                "insight-update",
                                """
                                {"insightId": "$answers.0.id",
                                 "data": {"name": "Other views", "favorited": true, "query": %s}}\
                                """
                                        .formatted(VIEWS)),
                        step("insight-delete", "{\"insightId\": \"$answers.0.short_id\"}"));

        JsonNode created = answers.getFirst();
        assertThat(answers.get(1).path("id")).isEqualTo(created.path("id"));
        assertThat(answers.get(2)).extracting(one -> one.path("id")).contains(created.path("id"));
        assertThat(byDay(answers.get(3).path("results").path(0)))
                .isEqualTo(weblog.views(ZoneOffset.UTC, time -> time.toLocalDate().toString()));
        assertThat(answers.get(4).path("name").asText()).isEqualTo("Other views");
        assertThat(answers.get(4).path("favorited").asBoolean()).isTrue();
        assertThat(answers.get(5).path("success").asBoolean()).isTrue();
    }

    @Test
    void findsNamesOfEventsAndTypesOfProperties() throws Exception {
        List<JsonNode> answers =
                answers(
                        SampleProjects.AGENT_KEY,
                        step("event-definitions-list", "{\"q\": \"pageview\"}"),
                        step(
                                "properties-list",
                                """
                                {"type": "event", "eventName": "$pageview",
                                 "includePredefinedProperties": true}\
                                """));

        assertThat(answers.getFirst())
                .extracting(event -> event.path("name").asText())
                .containsExactly("$pageview");
        assertThat(answers.getLast())
                .extracting(property -> property.path("name").asText())
                .contains("$browser");
    }

    private List<JsonNode> answers(String key, String... steps)
            throws IOException, InterruptedException {
        JsonNode printed = use(key, steps);
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode answer : printed.path("answers")) {
            assertThat(answer.has("error")).as(printed.toString()).isFalse();
            answers.add(Reply.parsed(answer.path("text").asText()));
        }
        return answers;
    }

    private JsonNode use(String key, String... steps) throws IOException, InterruptedException {
        return NodeClients.run(
                "toolkit.mjs",
                "[" + String.join(",", steps) + "]",
                stack.running().gateway().toString(),
                key);
    }

    private static String step(String tool, String input) {
        return "{\"tool\": \"%s\", \"input\": %s}".formatted(tool, input);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static Map<String, Long> byDay(JsonNode entry) {
        Map<String, Long> amounts = new TreeMap<>();
        for (int i = 0; i < entry.path("days").size(); i++) {
            long amount = entry.path("data").path(i).asLong();
            if (amount != 0) {
                amounts.put(entry.path("days").path(i).asText(), amount);
            }
        }
        return amounts;
    }
}
