package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be answered, over HTTP: every body to the letter (spec: HTTP, 1 and 2). */
@ExtendWith(WholeStackExtension.class)
final class RefusalsIT {
    private static final String QUESTION =
            """
            {"events": [{"id": "$pageview"}], "date_from": "2015-05-17", "date_to": "2015-05-20"}\
            """;

    private final WholeStack stack;
    private final Client client;

    RefusalsIT(WholeStack stack) {
        this.stack = stack;
        this.client = stack.client();
    }

    @Test
    void refusesARequestWithoutAKey() throws Exception {
        Reply reply =
                client.send(
                        client.request(Client.TREND)
                                .header("Content-Type", "application/json")
                                .POST(json(QUESTION)));

        assertThat(reply)
                .hasToString(
                        """
                        401 {"type":"authentication_error","code":"not_authenticated",\
                        "detail":"Authentication credentials were not provided.","attr":null}\
                        """);
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource({"phx_a_key_that_nobody_has", SampleProjects.INACTIVE_KEY})
    void refusesAKeyThatIsUnknownOrInactive(String key) throws Exception {
        Reply reply = askWith(key, Client.TREND);

        assertThat(reply)
                .hasToString(
                        """
                        401 {"type":"authentication_error","code":"authentication_failed",\
                        "detail":"Personal API key found in request Authorization header is invalid.",\
                        "attr":null}\
                        """);
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "'',{\"personal_api_key\":\"phx_no\"},body",
        "?personal_api_key=phx_no,{},query string"
    })
    void namesThePlaceOfAWrongKey(String query, String body, String place) throws Exception {
        HttpRequest.Builder request =
                client.request(Client.TREND + query)
                        .header("Content-Type", "application/json")
                        .POST(json(body));

        assertThat(client.send(request))
                .hasToString(
                        """
                        401 {"type":"authentication_error","code":"authentication_failed",\
                        "detail":"Personal API key found in request %s is invalid.","attr":null}\
                        """
                                .formatted(place));
    }

    @ParameterizedTest
    @CsvSource({"2", "999"})
    void refusesAKeyOfAnotherProject(long project) throws Exception {
        assertThat(askWith(SampleProjects.KEY, "/api/projects/" + project + "/insights/trend/"))
                .hasToString(
                        """
                        403 {"type":"authentication_error","code":"permission_denied",\
                        "detail":"API key does not have access to the requested project: ID %d.",\
                        "attr":null}\
                        """
                                .formatted(project));
    }

    @Test
    void refusesAKeyForSomethingElse() throws Exception {
        assertThat(askWith(SampleProjects.OTHER_SCOPE_KEY, Client.TREND))
                .hasToString(
                        """
                        403 {"type":"authentication_error","code":"permission_denied",\
                        "detail":"API key missing required scope 'insight:read'","attr":null}\
                        """);
    }

    @ParameterizedTest
    @CsvSource({"999", "shop"})
    void knowsNoSuchProject(String project) throws Exception {
        String path = "/api/projects/" + project + "/insights/trend";

        assertThat(askWith(SampleProjects.UNBOUND_KEY, path))
                .hasToString(
                        """
                        404 {"type":"invalid_request","code":"not_found",\
                        "detail":"Project not found.","attr":null}\
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "{}",
        "{\"date_from\":\"-7d\"}",
        "'{\"events\":[],\"actions\":[]}'",
        "'{\"events\":\"[]\"}'"
    })
    void asksForEventsOrActions(String body) throws Exception {
        Reply reply = client.ask(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("type").asText()).isEqualTo("validation_error");
        assertThat(reply.json().path("attr").asText()).isEqualTo("events");
        assertThat(reply.json().path("detail").asText()).contains("events", "actions");
    }

    @ParameterizedTest
    @CsvSource({
        "garbage,Expecting value: line 1 column 1 (char 0)",
        "'{\"events\": [}','Expecting value: line 1 column 13 (char 12)'",
        "'{} x','Extra data: line 1 column 4 (char 3)'"
    })
    void refusesABodyThatIsNoJson(String body, String reason) throws Exception {
        assertThat(client.ask(body))
                .hasToString(
                        """
                        400 {"type":"invalid_request","code":"parse_error",\
                        "detail":"JSON parse error - %s","attr":null}\
                        """
                                .formatted(reason));
    }

    @Test
    void refusesAFieldWithItsAddress() throws Exception {
        Reply reply = client.ask(withOperator("nearly"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("type").asText()).isEqualTo("validation_error");
        assertThat(reply.json().path("code").asText()).isEqualTo("invalid_input");
        assertThat(reply.json().path("attr").asText())
                .isEqualTo("events__0__properties__0__operator");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/projects/1/dashboards/",
        "/api/projects/1/insights/trends",
        "/api/projects/1/nothing",
        "/x",
        "/api",
        "/api/projects/1/insights/trend?format=xml"
    })
    void knowsNoOtherPath(String path) throws Exception {
        assertThat(client.send(client.authorized(path)))
                .hasToString(
                        """
                        404 {"type":"invalid_request","code":"not_found","detail":"Not found.",\
                        "attr":null}\
                        """);
    }

    @ParameterizedTest
    @CsvSource({"PUT", "DELETE", "PATCH"})
    void takesNoOtherMethod(String method) throws Exception {
        Reply reply = client.send(client.authorized(Client.TREND).method(method, json(QUESTION)));

        assertThat(reply)
                .hasToString(
                        """
                        405 {"type":"invalid_request","code":"method_not_allowed",\
                        "detail":"Method \\"%s\\" not allowed.","attr":null}\
                        """
                                .formatted(method));
        assertThat(reply.header("allow")).isEqualTo("GET, POST");
    }

    @Test
    void refusesWhatCanNotBeAccepted() throws Exception {
        Reply reply =
                client.send(client.json(Client.TREND, QUESTION).header("Accept", "image/png"));

        assertThat(reply)
                .hasToString(
                        """
                        406 {"type":"invalid_request","code":"not_acceptable",\
                        "detail":"Could not satisfy the request Accept header.","attr":null}\
                        """);
    }

    @Test
    void refusesABodyOfAnotherType() throws Exception {
        Reply reply =
                client.send(
                        client.authorized(Client.TREND)
                                .header("Content-Type", "text/xml")
                                .POST(json("<events/>")));

        assertThat(reply)
                .hasToString(
                        """
                        415 {"type":"invalid_request","code":"unsupported_media_type",\
                        "detail":"Unsupported media type \\"text/xml\\" in request.","attr":null}\
                        """);
    }

    @Test
    void logsWhoIsToBlameButNotForWhat() throws Exception {
        Reply reply = client.ask(withOperator("secret-value"));

        assertThat(reply.text()).contains("secret-value");
        assertThat(stack.logOf(reply))
                .contains("\"status\":400", "\"attribute\":\"events__0__properties__0__operator\"")
                .doesNotContain("secret-value", "phx_");
    }

    private Reply askWith(String key, String path) throws Exception {
        return client.send(
                client.request(path)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", "application/json")
                        .POST(json(QUESTION)));
    }

    private static String withOperator(String operator) {
        return """
        {"events": [{"id": "$pageview",
                     "properties": [{"key": "$os", "value": "Linux", "operator": "%s"}]}]}\
        """
                .formatted(operator);
    }

    private static HttpRequest.BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }
}
