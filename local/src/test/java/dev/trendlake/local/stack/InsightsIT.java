package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.access.Membership;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved insights (spec: HTTP behaviour, refresh and who may ask). */
@ExtendWith(WholeStackExtension.class)
final class InsightsIT {
    private static final String PATH = "/api/projects/1/insights/";
    private static final String COUNTS = "[613,1005,847,709]";

    private final WholeStack stack;
    private final Client client;

    InsightsIT(WholeStack stack) {
        this.stack = stack;
        this.client = stack.client();
    }

    @Test
    void keepsAnInsightAndFindsItByItsNames() throws Exception {
        JsonNode created = created("by its names", "1");
        String shortId = created.path("short_id").asText();

        JsonNode byId = get(PATH + created.path("id").asLong() + "/");
        JsonNode byShortId = get(PATH + shortId);
        JsonNode listed = get(PATH + "?short_id=" + shortId);

        assertThat(shortId).matches("[A-Za-z0-9]{8}");
        assertThat(created.path("name").asText()).isEqualTo("by its names");
        assertThat(created.path("filters").toString()).isEqualTo("{}");
        assertThat(created.path("created_at").asText()).endsWith("Z");
        assertThat(created.at("/created_by/email").asText()).isEqualTo("owner@example.org");
        assertThat(created.path("user_access_level").asText()).isEqualTo("manager");
        assertThat(byShortId).isEqualTo(byId);
        assertThat(listed.path("count").asInt()).isEqualTo(1);
        assertThat(listed.at("/results/0/id")).isEqualTo(created.path("id"));
    }

    @Test
    void computesOnlyWhenItIsAskedTo() throws Exception {
        String path = PATH + created("computed", "2").path("id").asLong() + "/";
        int before = stack.executions();

        JsonNode untouched = get(path);
        int afterLooking = stack.executions();
        JsonNode computed = get(path + "?refresh=blocking");
        JsonNode cached = get(path);
        JsonNode refreshed = get(path + "?refresh=true");

        assertThat(untouched.path("result").isNull()).isTrue();
        assertThat(untouched.path("last_refresh").isNull()).isTrue();
        assertThat(afterLooking).isEqualTo(before);
        assertThat(computed.at("/result/0/data").toString()).isEqualTo(COUNTS);
        assertThat(computed.path("is_cached").asBoolean(true)).isFalse();
        assertThat(cached.path("is_cached").asBoolean()).isTrue();
        assertThat(cached.path("last_refresh")).isEqualTo(computed.path("last_refresh"));
        assertThat(refreshed.path("is_cached").asBoolean(true)).isFalse();
        assertThat(stack.executions() - before).isEqualTo(2);
    }

    @Test
    void sharesItsCacheWithQueries() throws Exception {
        String path = PATH + created("shared", "3").path("id").asLong() + "/";
        JsonNode computed = get(path + "?refresh=blocking");

        Reply query =
                client.send(
                        client.json(
                                "/api/projects/1/query/", "{\"query\": %s}".formatted(query("3"))));

        assertThat(query.json().path("is_cached").asBoolean()).isTrue();
        assertThat(query.json().path("results")).isEqualTo(computed.path("result"));
    }

    @Test
    void computesInTheBackground() throws Exception {
        String path = PATH + created("background", "4").path("id").asLong() + "/";

        JsonNode started = get(path + "?refresh=async");
        String id = started.at("/query_status/id").asText();
        Reply reply = client.send(client.authorized("/api/projects/1/query/" + id));
        for (int look = 0; reply.status() == 202 && look < 100; look++) {
            Thread.sleep(100);
            reply = client.send(client.authorized("/api/projects/1/query/" + id));
        }

        assertThat(started.path("result").isNull()).isTrue();
        assertThat(started.at("/query_status/query_async").asBoolean()).isTrue();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(get(path).at("/result/0/data").toString()).isEqualTo(COUNTS);
    }

    @Test
    void changesAnInsight() throws Exception {
        JsonNode created = created("before", "5");
        String path = PATH + created.path("id").asLong() + "/";

        Reply changed =
                patch(
                        path,
                        """
                        {"name": "after", "tags": ["Web", "web"], "favorited": true,
                         "description": "Changed"}\
                        """);

        JsonNode after = get(path);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(after.path("name").asText()).isEqualTo("after");
        assertThat(after.path("tags").toString()).isEqualTo("[\"web\"]");
        assertThat(after.path("favorited").asBoolean()).isTrue();
        assertThat(after.path("query")).isEqualTo(created.path("query"));
        assertThat(after.path("short_id")).isEqualTo(created.path("short_id"));
        assertThat(get(PATH + "?favorited=true&search=AFTER").path("count").asInt()).isEqualTo(1);
    }

    @Test
    void hidesADeletedInsightUntilItIsRestored() throws Exception {
        JsonNode created = created("deleted", "6");
        String path = PATH + created.path("id").asLong() + "/";
        String list = PATH + "?short_id=" + created.path("short_id").asText();

        Reply hard = client.send(client.authorized(path).DELETE());
        Reply soft = patch(path, "{\"deleted\": true}");
        Reply gone = client.send(client.authorized(path));
        int listed = get(list).path("count").asInt();
        patch(path, "{\"deleted\": false}");

        assertThat(hard.status()).isEqualTo(405);
        assertThat(soft.json().path("deleted").asBoolean()).isTrue();
        assertThat(gone.status()).isEqualTo(404);
        assertThat(listed).isZero();
        assertThat(get(list).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void pagesThroughInsights() throws Exception {
        for (int i = 0; i < 3; i++) {
            created("page of many", "7");
        }

        JsonNode first = get(PATH + "?search=page+of+many&limit=2&basic=true");
        String next = first.path("next").asText();
        JsonNode second = get(next.substring(next.indexOf("/api/")));

        assertThat(first.path("count").asInt()).isEqualTo(3);
        assertThat(first.path("results")).hasSize(2);
        assertThat(second.path("results")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"without a query\"} | 400 | query",
                "{\"query\": {\"kind\": \"FunnelsQuery\", \"series\": []}} | 400 | null",
                "{\"query\": {\"kind\": \"TrendsQuery\", \"series\": [{\"kind\": \"EventsNode\","
                        + " \"math\": \"mean\"}]}} | 400 | query__series__0__math",
                "{\"query\": {\"kind\": \"TrendsQuery\", \"series\": [{\"kind\": \"EventsNode\"}]},"
                        + " \"dashboards\": [3]} | 400 | dashboards",
            })
    void keepsNothingThatCouldNotBeAsked(String body, int status, String attribute)
            throws Exception {
        Reply reply = client.send(client.json(PATH, body));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.json().path("attr").asText("null")).isEqualTo(attribute);
    }

    @Test
    void keepsNothingForAKeyThatOnlyReads() throws Exception {
        Client reader =
                new TestKeys(stack.running())
                        .client("reader", Membership.MEMBER, List.of(1L), "insight:read");

        Reply reply = reader.send(reader.json(PATH, "{\"query\": %s}".formatted(query("8"))));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("detail").asText())
                .isEqualTo("API key missing required scope 'insight:write'");
    }

    private JsonNode created(String name, String question) throws Exception {
        Reply reply =
                client.send(
                        client.json(
                                PATH,
                                "{\"name\": \"%s\", \"query\": %s}"
                                        .formatted(name, query(question))));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    // Each name is another question, with the same numbers: its filter excludes nobody.
    private static String query(String name) {
        return """
        {"kind": "InsightVizNode", "source": {"kind": "TrendsQuery",
         "series": [{"kind": "EventsNode", "event": "$pageview"}],
         "dateRange": {"date_from": "2015-05-17", "date_to": "2015-05-20"},
         "properties": [{"key": "$browser", "type": "event", "operator": "is_not",
                         "value": "insight %s"}]}}\
        """
                .formatted(name);
    }

    private Reply patch(String path, String body) throws Exception {
        return client.send(client.json(path, "").method("PATCH", BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) throws Exception {
        Reply reply = client.send(client.authorized(path));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }
}
