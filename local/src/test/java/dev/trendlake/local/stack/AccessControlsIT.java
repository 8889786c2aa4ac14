package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.access.Membership;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with a project and what is in it (spec: HTTP, 6). */
@ExtendWith(WholeStackExtension.class)
final class AccessControlsIT {
    private static final long PROJECT = 42;
    private static final String ROOT = "/api/projects/" + PROJECT;
    private static final String QUESTION =
            "{\"events\": [{\"id\": null}], \"date_from\": \"2020-01-01\", \"date_to\":"
                    + " \"2020-01-03\"}";

    private final WholeStack stack;
    private final Client admin;
    private final Client member;
    private String uuidOfMember = "";

    AccessControlsIT(WholeStack stack) {
        this.stack = stack;
        TestKeys keys = new TestKeys(stack.running());
        this.admin = keys.client("adele", Membership.ADMIN, List.of(PROJECT), "*");
        this.member = keys.client("mike", Membership.MEMBER, List.of(PROJECT), "*");
    }

    @BeforeEach
    void startWithoutRules() throws Exception {
        KeptProject.make(stack, PROJECT);
        uuidOfMember = TestKeys.user("mike", Membership.MEMBER).uuid();
        for (String path : List.of(ROOT + "/access_controls")) {
            put(admin, path, "{\"access_level\": null}");
            put(admin, path, forMember("null"));
        }
        put(admin, resources(), "{\"resource\": \"insight\", \"access_level\": null}");
        put(admin, resources(), "{\"resource\": \"action\", \"access_level\": null}");
    }

    @Test
    void closesAProjectToAMemberOnEveryRoute() throws Exception {
        int open = member.ask(PROJECT, QUESTION).status();

        put(admin, ROOT + "/access_controls", forMember("\"none\""));

        assertThat(open).isEqualTo(200);
        for (String path :
                List.of(
                        "",
                        "/insights",
                        "/actions",
                        "/cohorts",
                        "/event_definitions",
                        "/property_definitions",
                        "/access_controls",
                        "/query/x")) {
            Reply reply = member.send(member.authorized(ROOT + path));
            assertThat(reply.status()).as(path + reply).isEqualTo(403);
            assertThat(reply.json().path("detail").asText())
                    .isEqualTo("You don't have access to the project.");
        }
        assertThat(member.ask(PROJECT, QUESTION).status()).isEqualTo(403);
        assertThat(admin.ask(PROJECT, QUESTION).status()).isEqualTo(200);
    }

    @Test
    void showsTheRulesOfAProject() throws Exception {
        Reply rule = put(admin, ROOT + "/access_controls", forMember("\"member\""));

        JsonNode rules = get(member, ROOT + "/access_controls", 200);

        assertThat(rule.status()).as(rule.toString()).isEqualTo(200);
        assertThat(rule.json().path("resource_id").asText()).isEqualTo("42");
        assertThat(rules.path("access_controls")).hasSize(1);
        assertThat(rules.at("/access_controls/0")).isEqualTo(rule.json());
        assertThat(rules.path("available_access_levels").toString())
                .isEqualTo("[\"none\",\"member\",\"admin\"]");
        assertThat(rules.path("default_access_level").asText()).isEqualTo("admin");
        assertThat(rules.path("user_access_level").asText()).isEqualTo("member");
        assertThat(rules.path("user_can_edit_access_levels").asBoolean(true)).isFalse();
        assertThat(get(member, ROOT, 200).path("user_access_level").asText()).isEqualTo("member");
    }

    @Test
    void takesSettingsFromAdminsOfTheProjectAlone() throws Exception {
        put(admin, ROOT + "/access_controls", forMember("\"member\""));

        Reply reply = patch(member, ROOT + "/", "{\"name\": \"taken over\"}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("detail").asText())
                .isEqualTo("You do not have admin access to this resource.");
    }

    @Test
    void letsAViewerSeeAnInsightAndChangeNothing() throws Exception {
        String insight = insightOf(admin);

        put(admin, insight + "access_controls", forMember("\"viewer\""));

        assertThat(get(member, insight, 200).path("user_access_level").asText())
                .isEqualTo("viewer");
        Reply changed = patch(member, insight, "{\"name\": \"mine\"}");
        assertThat(changed.status()).isEqualTo(403);
        assertThat(changed.json().path("detail").asText())
                .isEqualTo("You do not have editor access to this resource.");
        assertThat(patch(admin, insight, "{\"name\": \"ours\"}").status()).isEqualTo(200);
    }

    @Test
    void hidesAnInsightFromWhoMayNotSeeIt() throws Exception {
        String insight = insightOf(admin);
        String id = insight.replaceAll(".*/(\\d+)/", "$1");

        put(admin, insight + "access_controls", "{\"access_level\": \"none\"}");

        assertThat(get(member, insight, 403).path("detail").asText())
                .isEqualTo("You do not have viewer access to this resource.");
        assertThat(get(member, ROOT + "/insights/?basic=true", 200).findValuesAsText("id"))
                .doesNotContain(id);
        assertThat(get(admin, ROOT + "/insights/?basic=true", 200).findValuesAsText("id"))
                .contains(id);
    }

    @Test
    void leavesAnInsightToItsMaker() throws Exception {
        String insight = insightOf(member);
        put(admin, resources(), "{\"resource\": \"insight\", \"access_level\": \"viewer\"}");

        assertThat(get(member, insight, 200).path("user_access_level").asText())
                .isEqualTo("manager");
        assertThat(put(member, insight + "access_controls", forMember("\"viewer\"")).status())
                .isEqualTo(200);
    }

    @Test
    void closesTrendsWithTheirKind() throws Exception {
        put(admin, resources(), "{\"resource\": \"insight\", \"access_level\": \"none\"}");

        Reply reply = member.ask(PROJECT, QUESTION);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.json().path("detail").asText())
                .isEqualTo("You do not have viewer access to this resource.");
    }

    @Test
    void removesARule() throws Exception {
        put(admin, resources(), "{\"resource\": \"insight\", \"access_level\": \"none\"}");

        Reply removed =
                put(admin, resources(), "{\"resource\": \"insight\", \"access_level\": null}");

        assertThat(removed.status()).isEqualTo(204);
        assertThat(removed.text()).isEmpty();
        assertThat(member.ask(PROJECT, QUESTION).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/access_controls | {\"access_level\": \"viewer\"} | access_level"
                        + " | Invalid access level. Must be one of: none, member, admin",
                "/access_controls | {} | access_level | This field is required.",
                "/access_controls | {\"access_level\": \"member\", \"organization_member\": \"x\"}"
                        + " | organization_member | Invalid pk \"x\" - object does not exist.",
                "/access_controls | {\"access_level\": \"member\", \"organization_member\": \"x\","
                        + " \"role\": \"y\"} | null"
                        + " | You can not scope an access control to both a member and a role.",
                "/resource_access_controls | {\"access_level\": \"viewer\", \"resource\": \"flag\"}"
                        + " | resource | Invalid resource. Must be one of: action, insight",
                "/resource_access_controls | {\"access_level\": \"none\", \"resource\": \"action\"}"
                        + " | access_level"
                        + " | Access level cannot be set below the minimum 'viewer' for action.",
            })
    void refusesRulesThatCannotBe(String path, String body, String attribute, String detail)
            throws Exception {
        Reply reply = put(admin, ROOT + path, body);

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().path("attr").asText("null")).isEqualTo(attribute);
        assertThat(reply.json().path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void refusesAMemberWhoseIdNoneCanHave() throws Exception {
        Reply reply =
                put(
                        admin,
                        ROOT + "/access_controls",
                        "{\"access_level\": \"member\", \"organization_member\": \"%s\"}"
                                .formatted("ü".repeat(1_200)));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("attr").asText()).isEqualTo("organization_member");
    }

    @Test
    void refusesMethodsBeforeItLooksForAnything() throws Exception {
        String path = ROOT + "/insights/999999/access_controls";

        assertThat(admin.send(admin.authorized(path).DELETE()).status()).isEqualTo(405);
    }

    @Test
    void takesNoRulesFromWhoMayNotMakeThem() throws Exception {
        String insight = insightOf(admin);

        Reply ofInsight = put(member, insight + "access_controls", forMember("\"manager\""));
        Reply ofAll =
                put(member, resources(), "{\"resource\": \"insight\", \"access_level\": \"none\"}");

        assertThat(ofInsight.status()).isEqualTo(403);
        assertThat(ofInsight.json().path("detail").asText())
                .isEqualTo("Must be manager to modify insight permissions.");
        assertThat(ofAll.json().path("detail").asText())
                .isEqualTo("Must be an Organization admin to modify project-wide permissions.");
    }

    @Test
    void listsWhoMayUseAProject() throws Exception {
        put(admin, ROOT + "/access_controls", forMember("\"none\""));

        JsonNode users = get(admin, ROOT + "/users_with_access", 200);

        assertThat(users.path("users").findValuesAsText("organization_membership_id"))
                .contains(TestKeys.user("adele", Membership.ADMIN).uuid())
                .doesNotContain(uuidOfMember);
        assertThat(users.path("total_count").asInt()).isEqualTo(users.path("users").size());
    }

    private static String resources() {
        return ROOT + "/resource_access_controls";
    }

    private String forMember(String level) {
        return "{\"access_level\": %s, \"organization_member\": \"%s\"}"
                .formatted(level, uuidOfMember);
    }

    private static String insightOf(Client client) throws Exception {
        Reply reply =
                client.send(
                        client.json(
                                ROOT + "/insights/",
                                """
                                {"query": {"kind": "TrendsQuery", "series": [
                                  {"kind": "EventsNode", "event": "sign up"}]}}\
                                """));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return ROOT + "/insights/" + reply.json().path("id").asLong() + "/";
    }

    private static Reply put(Client client, String path, String body) throws Exception {
        return client.send(client.json(path, "").method("PUT", BodyPublishers.ofString(body)));
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
