package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cohorts by the API, and the trends that are asked with them. */
@ExtendWith(WholeStackExtension.class)
final class CohortsIT {
    private static final String CRITERIA =
            """
            {"properties": {"type": "OR", "values": [{"type": "AND", "values": [
              {"type": "behavioral", "key": "%s", "value": "performed_event", "event_type": "events",
               "explicit_datetime": "2019-12-01"}]}]}}\
            """;

    private static KeptProject project;
    private static Client client;

    @BeforeAll
    static void make(WholeStack stack) throws Exception {
        project = KeptProject.make(stack, 42);
        client = project.client("cohort:write", "action:write", "insight:read");
    }

    @Test
    void makesACohortOfCriteriaThatTrendsCountAndFollowsItsChanges() throws Exception {
        JsonNode cohort =
                created(
                        "{\"name\": \"viewers\", \"filters\": %s}"
                                .formatted(CRITERIA.formatted("$pageview")));
        int before = project.counted(client, question(cohort));

        Reply changed =
                KeptProject.patch(
                        client,
                        path(cohort),
                        "{\"filters\": %s}".formatted(CRITERIA.formatted("sign up")));

        assertThat(before).isEqualTo(2);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().at("/filters/properties/values/0/values/0/key").asText())
                .isEqualTo("sign up");
        assertThat(KeptProject.patch(client, path(cohort), "{\"description\": \"d\"}").status())
                .isEqualTo(200);
        int after = project.counted(client, question(cohort));
        assertThat(after).isEqualTo(2);
        assertThat(
                        project.counted(
                                client,
                                "\"events\": [{\"id\": \"sign up\"}], \"properties\": "
                                        + filter(cohort)))
                .isEqualTo(2);
    }

    @Test
    void makesAStaticCohortOfAFileAndAddsToIt() throws Exception {
        JsonNode cohort = uploaded("POST", "cohorts", "a\nnobody\na\n", "\"named\"").json();
        int first = project.counted(client, question(cohort));
        int again = project.counted(client, question(cohort));

        JsonNode more =
                uploaded("PATCH", cohortPath(cohort), "email,person_id\nx,pb\ny,\nz,pz", "").json();
        int second = project.counted(client, question(cohort));
        Reply added =
                KeptProject.patch(
                        client,
                        path(cohort) + "add_persons_to_static_cohort",
                        "{\"person_ids\": [\"pc\", \"pc\"]}");
        int third = project.counted(client, question(cohort));
        Reply removed =
                KeptProject.patch(
                        client,
                        path(cohort) + "remove_person_from_static_cohort",
                        "{\"person_id\": \"pa\"}");

        assertThat(cohort.path("count").asInt(-1)).isEqualTo(1);
        assertThat(cohort.path("is_static").asBoolean()).isTrue();
        assertThat(first).isEqualTo(2);
        assertThat(again).isEqualTo(2);
        assertThat(more.path("count").asInt(-1)).isEqualTo(2);
        assertThat(second).isEqualTo(3);
        assertThat(added).hasToString("200 {\"success\":true}");
        assertThat(third).isEqualTo(4);
        assertThat(removed).hasToString("200 {\"success\":true}");
        assertThat(project.counted(client, question(cohort))).isEqualTo(2);
        assertThat(shown(cohort).path("count").asInt(-1)).isEqualTo(2);
    }

    @Test
    void makesAStaticCohortOfAList() throws Exception {
        JsonNode cohort =
                created(
                        """
                        {"name": "listed", "is_static": true,
                         "_create_static_person_ids": ["pa", "pb", "nobody"]}\
                        """);
        JsonNode empty = created("{\"name\": \"empty\", \"is_static\": true}");

        assertThat(cohort.path("count").asInt(-1)).isEqualTo(2);
        assertThat(project.counted(client, question(cohort))).isEqualTo(3);
        assertThat(empty.path("count").asInt(-1)).isZero();
        assertThat(project.counted(client, question(empty))).isZero();
    }

    @Test
    void refusesFilesThatItCannotRead() throws Exception {
        assertThat(uploaded("POST", "cohorts", "", "\"x\""))
                .hasToString(
                        """
                        400 {"type":"validation_error","code":"invalid_input","detail":\
                        "CSV file is empty. Please upload a CSV file with at least one row of data.",\
                        "attr":"csv"}\
                        """);
        assertThat(uploaded("POST", "cohorts", "email\na@x.org", "\"x\"").toString())
                .contains("has no table of persons", "\"attr\":\"csv\"");
        JsonNode dynamic = created("{\"name\": \"of criteria\"}");
        assertThat(uploaded("PATCH", cohortPath(dynamic), "a", "").json().path("attr").asText())
                .isEqualTo("csv");
        assertThat(
                        KeptProject.patch(
                                        client,
                                        path(dynamic) + "add_persons_to_static_cohort",
                                        "{\"person_ids\": [\"pa\"]}")
                                .json()
                                .path("detail")
                                .asText())
                .isEqualTo("Can only add users to static cohorts");
    }

    @Test
    void refusesToDeleteWhatAnotherCohortNeeds() throws Exception {
        JsonNode inner = created("{\"name\": \"inner\", \"is_static\": true}");
        JsonNode outer =
                created(
                        """
                        {"name": "outer", "filters": {"properties": {"type": "AND", "values": [
                          {"type": "cohort", "key": "id", "value": %d}]}}}\
                        """
                                .formatted(inner.path("id").asInt()));

        Reply refused = client.send(client.authorized(path(inner)).DELETE());
        Reply outerGone = client.send(client.authorized(path(outer)).DELETE());
        Reply innerGone = KeptProject.patch(client, path(inner), "{\"deleted\": true}");

        assertThat(refused)
                .hasToString(
                        """
                        400 {"type":"validation_error","code":"invalid_input","detail":\
                        "This cohort is used as criteria in 1 other cohort(s): outer. Please remove\
                         this cohort from those cohort definitions before deleting it.","attr":null}\
                        """);
        assertThat(outerGone.status()).isEqualTo(204);
        assertThat(innerGone.json().path("deleted").asBoolean()).isTrue();
    }

    @Test
    void refusesToDeleteWhatAnInsightNeeds() throws Exception {
        JsonNode filtering = created("{\"name\": \"filtering\"}");
        JsonNode breaking = created("{\"name\": \"breaking\"}");
        Client keeper = project.client("insight:write");
        String query =
                """
                {"name": "asks", "query": {"kind": "TrendsQuery",
                  "series": [{"kind": "EventsNode", "event": "sign up"}],
                  "properties": [{"type": "cohort", "key": "id", "value": %d}],
                  "breakdownFilter": {"breakdown_type": "cohort", "breakdown": [%d]}}}\
                """
                        .formatted(filtering.path("id").asInt(), breaking.path("id").asInt());
        Reply insight = keeper.send(keeper.json(project.path("insights"), query));

        assertThat(insight.status()).as(insight.toString()).isEqualTo(201);
        for (JsonNode cohort : List.of(filtering, breaking)) {
            Reply refused = client.send(client.authorized(path(cohort)).DELETE());
            assertThat(refused.json().path("detail").asText())
                    .isEqualTo(
                            "This cohort is used in 1 insight(s): asks. Please remove the cohort"
                                    + " from these insights before deleting it.");
        }
    }

    @Test
    void refusesALoop() throws Exception {
        JsonNode first = created("{\"name\": \"first\"}");
        String reference =
                """
                {"filters": {"properties": {"type": "AND", "values": [
                  {"type": "cohort", "key": "id", "value": %d}]}}}\
                """;
        JsonNode second = created("{\"name\": \"second\"}");
        KeptProject.patch(client, path(second), reference.formatted(first.path("id").asInt()));

        Reply loop =
                KeptProject.patch(
                        client, path(first), reference.formatted(second.path("id").asInt()));

        assertThat(loop.status()).isEqualTo(400);
        assertThat(loop.json().path("detail").asText())
                .isEqualTo("Cohorts cannot reference other cohorts in a loop.");
        assertThat(loop.json().path("attr").asText())
                .startsWith("filters__properties__values__0__value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"is_static\": true} | name",
                "{\"name\": \"a\", \"filters\": {}} | filters",
                "{\"name\": \"a\", \"filters\": {\"properties\": {\"type\": \"AND\", \"values\":"
                        + " [{\"type\": \"cohort\", \"key\": \"id\", \"value\": 999}]}}}"
                        + " | filters__properties__values__0__value",
                "{\"name\": \"a\", \"filters\": {\"properties\": {\"type\": \"AND\", \"values\":"
                        + " [{\"type\": \"person\", \"key\": \"p\", \"value\": \"(\", \"operator\":"
                        + " \"regex\"}]}}} | filters__properties__values__0__value",
                "{\"name\": \"a\", \"filters\": {\"properties\": {\"type\": \"AND\", \"values\":"
                        + " [{\"type\": \"person\", \"key\": \"p\", \"value\": \"b\", \"operator\":"
                        + " \"exact\", \"negation\": true}]}}} | filters",
                "{\"name\": \"a\", \"groups\": [{\"event_id\": \"e\", \"days\": 0}]} |"
                        + " groups__0__days",
                "{\"name\": \"a\", \"query\": {\"kind\": \"ActorsQuery\"}} | query",
            })
    void savesNothingThatATrendWouldBeRefusedFor(String body, String attribute) throws Exception {
        Reply reply = client.send(client.json(project.path("cohorts"), body));

        assertThat(reply.status()).as(reply.toString()).isEqualTo(400);
        assertThat(reply.json().path("attr").asText()).isEqualTo(attribute);
    }

    @Test
    void listsByTypeAndName() throws Exception {
        created("{\"name\": \"Findable one\", \"is_static\": true}");
        created("{\"name\": \"findable two\"}");

        assertThat(names("?search=FINDABLE")).containsExactly("findable two", "Findable one");
        assertThat(names("?search=findable&type=static")).containsExactly("Findable one");
        assertThat(names("?search=findable&limit=1&offset=1")).containsExactly("Findable one");
    }

    @Test
    void takesTheScopeOfWhatIsDone() throws Exception {
        JsonNode cohort = created("{\"name\": \"guarded\"}");
        Client reader = project.client("cohort:read");

        assertThat(reader.send(reader.authorized(path(cohort)).GET()).status()).isEqualTo(200);
        assertThat(reader.send(reader.authorized(path(cohort)).DELETE()).toString())
                .contains("API key missing required scope 'cohort:write'");
        assertThat(client.send(client.authorized("/api/projects/1/cohorts").GET()).status())
                .isEqualTo(403);
        assertThat(client.send(client.authorized(project.path("cohorts/999")).GET()))
                .hasToString(
                        """
                        404 {"type":"invalid_request","code":"not_found","detail":"Not found.",\
                        "attr":null}\
                        """);
    }

    private static String question(JsonNode cohort) {
        return "\"events\": [{\"id\": null}], \"properties\": " + filter(cohort);
    }

    private static String filter(JsonNode cohort) {
        return "[{\"type\": \"cohort\", \"key\": \"id\", \"value\": %d}]"
                .formatted(cohort.path("id").asInt());
    }

    private static JsonNode created(String body) throws Exception {
        Reply reply = client.send(client.json(project.path("cohorts"), body));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.json();
    }

    private static JsonNode shown(JsonNode cohort) throws Exception {
        return client.send(client.authorized(path(cohort)).GET()).json();
    }

    /** Sends a form with a file, and with a name unless that is empty. */
    private static Reply uploaded(String method, String path, String file, String name)
            throws Exception {
        String fields =
                name.isEmpty()
                        ? ""
                        : part("name", name.replace("\"", "")) + part("is_static", "true");
        String body =
                fields
                        + "--b\r\n"
                        + "Content-Disposition: form-data; name=\"csv\"; filename=\"p.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n"
                        + file
                        + "\r\n--b--\r\n";
        return client.send(
                client.authorized(project.path(path))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private static String part(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    private static String path(JsonNode cohort) {
        return project.path(cohortPath(cohort));
    }

    private static String cohortPath(JsonNode cohort) {
        return "cohorts/%d/".formatted(cohort.path("id").asInt());
    }

    private static List<String> names(String query) throws Exception {
        return client.send(client.authorized(project.path("cohorts/" + query)).GET())
                .json()
                .path("results")
                .findValuesAsText("name");
    }
}
