package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions by the API, and the trends that are asked with them. */
@ExtendWith(WholeStackExtension.class)
final class ActionsIT {
    private static KeptProject project;
    private static Client client;

    @BeforeAll
    static void make(WholeStack stack) throws Exception {
        project = KeptProject.make(stack, 41);
        client = project.client("action:write", "insight:read");
    }

    @Test
    void makesAnActionThatTrendsCountAndFollowsItsChanges() throws Exception {
        JsonNode action =
                created(
                        """
                        {"name": "welcomed", "description": "d", "tags": ["T"], "steps": [
                          {"event": "sign up"}, {"event": "$pageview", "url": "/welcome"}]}\
                        """);
        String question = "\"actions\": [{\"id\": %d}]".formatted(action.path("id").asInt());
        int before = project.counted(client, question);
        int again = project.counted(client, question);

        Reply changed =
                KeptProject.patch(
                        client, path(action), "{\"steps\": [{\"event\": \"$pageview\"}]}");

        assertThat(before).isEqualTo(3);
        assertThat(again).isEqualTo(3);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("name").asText()).isEqualTo("welcomed");
        assertThat(project.counted(client, question)).isEqualTo(2);
    }

    @Test
    void showsAnActionAsPostHogDoes() throws Exception {
        Instant before = Instant.now();
        JsonNode action =
                created(
                        """
                        {"name": "shown", "tags": ["b", "A"], "steps": [{"event": "e", "url": "/x"}]}\
                        """);

        assertThat(client.send(client.authorized(path(action)).GET()).json()).isEqualTo(action);
        assertThat(Instant.parse(action.path("created_at").asText()))
                .isBetween(before.minusSeconds(1), Instant.now());
        assertThat(action.path("created_by").path("uuid").asText()).isNotEmpty();
        assertThat(action.path("tags").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(action.path("steps").toString())
                .isEqualTo(
                        """
                        [{"event":"e","properties":null,"selector":null,"tag_name":null,"text":null,\
                        "text_matching":null,"href":null,"href_matching":null,"url":"/x",\
                        "url_matching":"contains"}]\
                        """);
        assertThat(action.path("deleted").asBoolean()).isFalse();
        assertThat(action.path("team_id").asLong()).isEqualTo(project.id());
        assertThat(action.path("user_access_level").asText()).isEqualTo("manager");
    }

    @Test
    void deletesSoftlyAndRestores() throws Exception {
        JsonNode action = created("{\"name\": \"gone\", \"steps\": [{\"event\": \"sign up\"}]}");

        Reply deleted = client.send(client.authorized(path(action)).DELETE());
        Reply found = client.send(client.authorized(path(action)).GET());
        boolean isListed = names().contains("gone");
        created("{\"name\": \"gone\"}");
        Reply nameTaken = KeptProject.patch(client, path(action), "{\"deleted\": false}");
        Reply restored =
                KeptProject.patch(client, path(action), "{\"deleted\": false, \"name\": \"back\"}");

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(found.json().path("deleted").asBoolean()).isTrue();
        assertThat(isListed).isFalse();
        assertThat(nameTaken.status()).isEqualTo(400);
        assertThat(nameTaken.json().path("code").asText()).isEqualTo("unique");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(names()).contains("back");
    }

    @Test
    void listsTheLatestFirstByPages() throws Exception {
        created("{\"name\": \"page 1\"}");
        created("{\"name\": \"page 2\"}");
        JsonNode page =
                client.send(client.authorized(project.path("actions/?limit=1")).GET()).json();
        JsonNode next =
                client.send(
                                client.authorized(
                                                page.path("next")
                                                        .asText()
                                                        .replaceFirst("http://[^/]*", ""))
                                        .GET())
                        .json();

        assertThat(page.path("count").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(page.at("/results/0/name").asText()).isEqualTo("page 2");
        assertThat(page.path("previous").isNull()).isTrue();
        assertThat(next.at("/results/0/name").asText()).isEqualTo("page 1");
        assertThat(next.path("previous").asText()).endsWith("?limit=1");
    }

    @Test
    void keepsNamesApart() throws Exception {
        JsonNode action = created("{\"name\": \"only one\"}");

        assertThat(create("{\"name\": \"only one\"}"))
                .hasToString(
                        """
                        400 {"type":"validation_error","code":"unique","detail":\
                        "This project already has an action with this name, ID %d","attr":"name"}\
                        """
                                .formatted(action.path("id").asInt()));
        assertThat(KeptProject.patch(client, path(action), "{\"name\": \"only one\"}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | required | name",
                "{\"name\": \"a\", \"steps\": [{\"url\": \"(\", \"url_matching\": \"regex\"}]}"
                        + " | invalid_input | steps__0__url",
                "{\"name\": \"a\", \"steps\": [{\"event\": \"$autocapture\", \"text\": \"(?=a)\","
                        + " \"text_matching\": \"regex\"}]} | invalid_input | steps__0__text",
                "{\"name\": \"a\", \"steps\": [{}, {\"properties\": [{\"key\": \"k\", \"value\":"
                        + " \"(\", \"operator\": \"regex\"}]}]}"
                        + " | invalid_input | steps__1__properties__0__value",
                "{\"name\": \"a\", \"steps\": [{\"properties\": [{\"key\": \"id\", \"value\": 999,"
                        + " \"type\": \"cohort\"}]}]}"
                        + " | invalid_input | steps__0__properties__0__value",
            })
    void savesNothingThatATrendWouldBeRefusedFor(String body, String code, String attribute)
            throws Exception {
        Reply reply = create(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("type").asText()).isEqualTo("validation_error");
        assertThat(reply.json().path("code").asText()).isEqualTo(code);
        assertThat(reply.json().path("attr").asText()).isEqualTo(attribute);
    }

    @Test
    void refusesAnExpressionThatNoTrendCouldCompute() throws Exception {
        Reply reply =
                create(
                        """
                        {"name": "a", "steps": [{"properties": [{"type": "hogql", "key": "nowhere(1)"}]}]}\
                        """);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("detail").asText()).contains("nowhere");
    }

    @ParameterizedTest
    @CsvSource({"actions/999", "actions/abc", "actions/9999999999999999999"})
    void knowsNoOtherAction(String path) throws Exception {
        assertThat(client.send(client.authorized(project.path(path)).GET()))
                .hasToString(
                        """
                        404 {"type":"invalid_request","code":"not_found","detail":"Not found.",\
                        "attr":null}\
                        """);
    }

    @Test
    void takesTheScopeOfWhatIsDone(WholeStack stack) throws Exception {
        JsonNode action = created("{\"name\": \"guarded\"}");
        Client reader = project.client("action:read");
        Client stranger = project.client("insight:write", "cohort:write");

        assertThat(reader.send(reader.authorized(path(action)).GET()).status()).isEqualTo(200);
        assertThat(KeptProject.patch(reader, path(action), "{\"name\": \"b\"}").toString())
                .contains("API key missing required scope 'action:write'");
        assertThat(stranger.send(stranger.authorized(project.path("actions")).GET()).toString())
                .contains("API key missing required scope 'action:read'");
        assertThat(client.send(client.authorized("/api/projects/1/actions").GET()).status())
                .isEqualTo(403);
        assertThat(client.send(client.json(path(action), "{}")).status()).isEqualTo(405);
    }

    private static Reply create(String body) throws Exception {
        return client.send(client.json(project.path("actions"), body));
    }

    private static JsonNode created(String body) throws Exception {
        Reply reply = create(body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private static String path(JsonNode action) {
        return project.path("actions/%d/".formatted(action.path("id").asInt()));
    }

    private static List<String> names() throws Exception {
        return client.send(client.authorized(project.path("actions")).GET())
                .json()
                .path("results")
                .findValuesAsText("name");
    }
}
