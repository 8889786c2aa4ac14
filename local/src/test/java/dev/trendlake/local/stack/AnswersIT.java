package dev.trendlake.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a client may ask, over HTTP. */
@ExtendWith(WholeStackExtension.class)
final class AnswersIT {
    private static final String EVENTS = "[{\"id\":\"$pageview\"}]";
    private static final String QUESTION =
            """
            {"events": [{"id": "$pageview"}], "date_from": "2015-05-17", "date_to": "2015-05-20"}\
            """;
    private static final String PER_DAY = "[613,1005,847,709]";

    private final WholeStack stack;
    private final Client client;

    AnswersIT(WholeStack stack) {
        this.stack = stack;
        this.client = stack.client();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/projects/1/insights/trend/", "/api/environments/1/insights/trend/"})
    void answersTheDocumentedCurl(String path) throws Exception {
        Reply first = client.send(client.json(path, "events=" + EVENTS));
        Reply again = client.send(client.json(path, "events=" + EVENTS));

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(first.json().at("/result/0/label").asText()).isEqualTo("$pageview");
        assertThat(first.json().at("/result/0/data")).hasSize(8);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.isCached()).isTrue();
        assertThat(again.lastRefresh()).isEqualTo(first.lastRefresh());
    }

    @Test
    void answersCurlItself() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is installed");
        Process curl =
                new ProcessBuilder(
                                "/usr/bin/curl",
                                "--silent",
                                "--write-out",
                                "\n%{http_code}",
                                "-H",
                                "Content-Type: application/json",
                                "-H",
                                "Authorization: Bearer " + SampleProjects.KEY,
                                stack.running().gateway() + "/api/projects/1/insights/trend/",
                                "-d",
                                "events=" + EVENTS)
                        .start();

        String output = new String(curl.getInputStream().readAllBytes(), UTF_8);

        assertThat(output).startsWith("{\"result\":[{\"data\":[").endsWith("\n200");
    }

    @Test
    void answersAgainFromTheCache() throws Exception {
        Reply first = client.ask(withInterval("day", "unlike-any-1"));
        Reply again = client.ask(withInterval("day", "unlike-any-1"));

        assertThat(first.isCached()).isFalse();
        assertThat(first.data(0)).isEqualTo(PER_DAY);
        assertThat(first.header("x-trendlake-execution-id")).isNotEmpty();
        assertThat(Long.parseLong(first.header("x-trendlake-bytes-scanned"))).isPositive();
        assertThat(again.isCached()).isTrue();
        assertThat(again.data(0)).isEqualTo(PER_DAY);
        assertThat(again.lastRefresh()).isEqualTo(first.lastRefresh());
        assertThat(again.header("x-trendlake-execution-id")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/projects/1/insights/trend",
                "/api/projects/1/insights/trend/",
                "/api//projects/1/insights/trend",
                "/api/projects/1//insights/trend//",
                "/api/environments/1/insights/trend",
                "/api/projects/@current/insights/trend/",
                "/api/projects/1/insights/trend.json",
                "/api/projects/1/insights/trend/?format=json"
            })
    void answersOnEverySpellingOfThePath(String path) throws Exception {
        Reply reply = client.send(client.json(path, QUESTION));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data(0)).isEqualTo(PER_DAY);
    }

    @Test
    void readsAQueryString() throws Exception {
        Reply reply = client.send(client.authorized(Client.TREND + "?" + form()));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data(0)).isEqualTo(PER_DAY);
    }

    @Test
    void readsAForm() throws Exception {
        Reply reply =
                client.send(
                        client.authorized(Client.TREND)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form())));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data(0)).isEqualTo(PER_DAY);
    }

    @Test
    void readsACompressedBody() throws Exception {
        Reply reply =
                client.send(
                        client.authorized(Client.TREND)
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(zipped(QUESTION))));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data(0)).isEqualTo(PER_DAY);
    }

    @Test
    void compressesALargeAnswerForThoseWhoTakeIt() throws Exception {
        String hours = withInterval("hour", "unlike-any-2").replace("2015-05-17", "2015-05-10");
        Reply plain = client.ask(hours);
        Reply zipped =
                client.send(client.json(Client.TREND, hours).header("Accept-Encoding", "gzip"));

        assertThat(plain.header("content-encoding")).isEmpty();
        assertThat(plain.text()).hasSizeGreaterThan(8 * 1024);
        assertThat(zipped.header("content-encoding")).isEqualTo("gzip");
        assertThat(Reply.parsed(zipped.unzipped()).path("result"))
                .isEqualTo(plain.json().path("result"));
    }

    @Test
    void takesTheKeyFromTheBody() throws Exception {
        String body = QUESTION.replace("{\"events\"", keyMember() + "\"events\"");
        Reply reply = client.send(anonymous(Client.TREND, body));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data(0)).isEqualTo(PER_DAY);
        assertThat(reply.text()).doesNotContain("phx_");
    }

    @Test
    void takesTheKeyFromTheQueryString() throws Exception {
        String path = Client.TREND + "?personal_api_key=" + SampleProjects.KEY;
        Reply reply = client.send(anonymous(path, QUESTION));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data(0)).isEqualTo(PER_DAY);
        assertThat(reply.text()).doesNotContain("phx_");
    }

    @Test
    void logsNeitherKeyNorValues() throws Exception {
        String path = Client.TREND + "?personal_api_key=" + SampleProjects.KEY;
        List<Reply> replies =
                List.of(
                        client.send(anonymous(path, withInterval("day", "secret-value"))),
                        client.ask(withInterval("day", "secret-value")));

        for (Reply reply : replies) {
            assertThat(stack.logOf(reply))
                    .contains("\"status\":200", "\"project\":1", "\"read_milliseconds\":")
                    .doesNotContain("phx_", "secret-value", "$pageview");
        }
        assertThat(stack.logOf(replies.getFirst()))
                .contains("\"execution_id\":", "\"bytes_scanned\":");
    }

    private HttpRequest.Builder anonymous(String path, String body) {
        return client.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static String keyMember() {
        return "{\"personal_api_key\": \"" + SampleProjects.KEY + "\", ";
    }

    /** A question that no other test asks: its filter has a value of its own, and takes all. */
    private static String withInterval(String interval, String value) {
        return """
        {"events": [{"id": "$pageview"}], "interval": "%s",
         "properties": [{"key": "$os", "value": "%s", "operator": "is_not", "type": "event"}],
         "date_from": "2015-05-17", "date_to": "2015-05-20"}\
        """
                .formatted(interval, value);
    }

    private static String form() {
        return "events="
                + URLEncoder.encode(EVENTS, UTF_8)
                + "&date_from=2015-05-17&date_to=2015-05-20";
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
