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

/** Projects, keys and users, as PostHog's clients read them (spec: HTTP, 1 and 5). */
@ExtendWith(WholeStackExtension.class)
final class AccountsIT {
    private static final String ADA = "ada";
    private static final long PROJECT = 61;

    private final WholeStack stack;
    private final TestKeys keys;

    AccountsIT(WholeStack stack) {
        this.stack = stack;
        this.keys = new TestKeys(stack.running());
    }

    @Test
    void tellsAKeyWhatItIsGoodFor() throws Exception {
        Client client = keys.client(ADA, Membership.MEMBER, List.of(1L, 3L), "query:read");

        JsonNode key = get(client, "/api/personal_api_keys/@current", 200);

        assertThat(key.path("label").asText()).isEqualTo(ADA);
        assertThat(key.path("mask_value").asText()).isEqualTo("phx_..._ada");
        assertThat(key.path("value").isNull()).isTrue();
        assertThat(key.path("scopes").toString()).isEqualTo("[\"query:read\"]");
        assertThat(key.path("scoped_teams").toString()).isEqualTo("[1,3]");
        assertThat(key.path("scoped_organizations").toString()).isEqualTo("[]");
    }

    @Test
    void tellsAUserTheProjectOfTheKey() throws Exception {
        Client client = keys.client(ADA, Membership.ADMIN, List.of(3L), "user:read");

        JsonNode user = get(client, "/api/users/@me/", 200);

        assertThat(user.path("email").asText()).isEqualTo("ada@example.org");
        assertThat(user.at("/team/id").asLong()).isEqualTo(3);
        assertThat(user.at("/organization/id").asText())
                .isEqualTo(user.at("/team/organization").asText())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(user.at("/organization/membership_level").asInt()).isEqualTo(8);
    }

    @Test
    void listsTheProjectsOfAnUnboundKeyByPages() throws Exception {
        Client client = keys.client(ADA, Membership.MEMBER, List.of(), "project:read");

        JsonNode first = get(client, "/api/projects/?limit=2", 200);
        JsonNode second = get(client, pathOf(first.path("next").asText()), 200);

        assertThat(first.path("count").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(first.path("results").findValuesAsText("id")).containsExactly("1", "2");
        assertThat(first.path("previous").isNull()).isTrue();
        assertThat(second.at("/results/0/id").asLong()).isEqualTo(3);
        assertThat(second.path("previous").asText()).endsWith("?limit=2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project:read | 1 | /api/projects/   | 403 | API keys with scoped projects are only"
                        + " supported on project-based endpoints.",
                "project:read | 1 | /api/projects/2/ | 403 | API key does not have access to the"
                        + " requested project: ID 2.",
                "query:read   | 1 | /api/projects/1/ | 403 | API key missing required scope"
                        + " 'project:read'",
                "query:read   | 1 | /api/users/@me   | 403 | API key missing required scope"
                        + " 'user:read'",
                "project:read | 1 | /api/projects/x/ | 404 | Project not found.",
            })
    void refusesWhatAKeyIsNotFor(String scope, long project, String path, int status, String detail)
            throws Exception {
        Client client = keys.client(ADA, Membership.MEMBER, List.of(project), scope);

        assertThat(get(client, path, status).path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void showsAProjectUnderBothNamesAndAsTheCurrentOne() throws Exception {
        Client client = keys.client(ADA, Membership.MEMBER, List.of(3L), "project:read");

        JsonNode project = get(client, "/api/projects/3/", 200);

        assertThat(project.path("timezone").asText()).isEqualTo("America/Los_Angeles");
        assertThat(project.path("week_start_day").asInt()).isEqualTo(1);
        assertThat(project.path("test_account_filters").toString()).isEqualTo("[]");
        assertThat(project.path("user_access_level").asText()).isEqualTo("admin");
        assertThat(get(client, "/api/environments/3", 200)).isEqualTo(project);
        assertThat(get(client, "/api/projects/@current", 200)).isEqualTo(project);
    }

    @Test
    void listsTheProjectsOfAnOrganization() throws Exception {
        Client client = keys.client(ADA, Membership.MEMBER, List.of(), "*");
        String organization = get(client, "/api/projects/1/", 200).path("organization").asText();

        JsonNode current = get(client, "/api/organizations/@current/projects/", 200);

        assertThat(current.path("count").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(
                        get(client, "/api/organizations/" + organization + "/projects/", 200)
                                .path("count"))
                .isEqualTo(current.path("count"));
        get(client, "/api/organizations/00000000-0000-0000-0000-000000000000/projects/", 404);
    }

    @Test
    void changesTheSettingsOfAProject() throws Exception {
        KeptProject.make(stack, PROJECT);
        Client client = keys.client(ADA, Membership.MEMBER, List.of(PROJECT), "project:write", "*");
        String path = "/api/projects/" + PROJECT + "/";
        String question = "\"events\": [{\"id\": null}], \"filter_test_accounts\": true";
        int before = counted(client, question);

        Reply changed =
                patch(
                        client,
                        path,
                        """
                        {"timezone": "Europe/Berlin", "week_start_day": 1, "name": "renamed",
                         "test_account_filters": [{"key": "$current_url", "type": "event",
                          "value": "welcome", "operator": "not_icontains"}]}\
                        """);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        JsonNode project = get(client, path, 200);
        assertThat(project.path("timezone").asText()).isEqualTo("Europe/Berlin");
        assertThat(project.path("name").asText()).isEqualTo("renamed");
        assertThat(project.path("week_start_day").asInt()).isEqualTo(1);
        // Four events, one of which was of the page that is filtered out now.
        assertThat(before).isEqualTo(4);
        assertThat(counted(client, question)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"timezone\": \"Mars/Olympus\"}      | timezone",
                "{\"week_start_day\": 3}               | week_start_day",
                "{\"name\": \" \"}                     | name",
                "{\"test_account_filters\": {}}        | test_account_filters",
                "{\"test_account_filters\": [{\"key\": \"a\", \"operator\": \"fits\"}]}"
                        + " | test_account_filters",
                "{\"session_recording_opt_in\": true}  | session_recording_opt_in",
            })
    void refusesSettingsThatCannotBe(String body, String attribute) throws Exception {
        Client client = keys.client(ADA, Membership.MEMBER, List.of(2L), "project:write");

        Reply reply = patch(client, "/api/projects/2/", body);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().path("attr").asText()).isEqualTo(attribute);
    }

    private int counted(Client client, String question) throws Exception {
        Reply reply =
                client.ask(
                        PROJECT,
                        "{%s, \"date_from\": \"2020-01-01\", \"date_to\": \"2020-01-03\"}"
                                .formatted(question));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().at("/result/0/count").asInt(-1);
    }

    private static String pathOf(String url) {
        return url.substring(url.indexOf("/api/"));
    }

    private static Reply patch(Client client, String path, String body) throws Exception {
        return client.send(client.json(path, "").method("PATCH", BodyPublishers.ofString(body)));
    }

    private static JsonNode get(Client client, String path, int status) throws Exception {
        Reply reply = client.send(client.authorized(path));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        return reply.json();
    }
}
