package dev.trendlake.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.access.Authenticator;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.request.RefreshReader;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.request.TrendsQueryReader;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every payload of the folder {@code events} to the function that its route belongs to. */
class EventsFolderTest {
    private static final Path FOLDER = Path.of("..", "events");
    private static final String ANSWERED = "200";

    /** The status of each payload, and the code of its error. */
    private static final Map<String, String> OUTCOMES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("trend.json", ANSWERED),
                            Map.entry("trend-get.json", ANSWERED),
                            Map.entry("trend-environments.json", ANSWERED),
                            Map.entry("trend-form.json", ANSWERED),
                            Map.entry("trend-form-under-json.json", ANSWERED),
                            Map.entry("trend-multipart.json", ANSWERED),
                            Map.entry("trend-gzip.json", ANSWERED),
                            Map.entry("trend-key-in-body.json", ANSWERED),
                            Map.entry("trend-key-in-query.json", ANSWERED),
                            Map.entry("trend-trailing-slash.json", ANSWERED),
                            Map.entry("trend-doubled-slash.json", ANSWERED),
                            Map.entry("query.json", ANSWERED),
                            Map.entry("query-environments.json", ANSWERED),
                            Map.entry("query-trailing-slash.json", ANSWERED),
                            Map.entry("query-unknown-kind.json", "400 parse_error"),
                            Map.entry("query-unsupported-kind.json", "400 invalid_input"),
                            Map.entry("query-get.json", "405 method_not_allowed"),
                            Map.entry("trend-without-series.json", "400 invalid_input"),
                            Map.entry("trend-garbage.json", "400 parse_error"),
                            Map.entry("trend-csv.json", ANSWERED),
                            Map.entry("trend-without-key.json", "401 not_authenticated"),
                            Map.entry("trend-wrong-key.json", "401 authentication_failed"),
                            Map.entry("trend-other-project.json", "403 permission_denied"),
                            Map.entry("trend-unknown-format.json", "404 not_found"),
                            Map.entry("unknown-path.json", "404 not_found"),
                            Map.entry("wrong-method.json", "405 method_not_allowed"),
                            Map.entry("trend-not-acceptable.json", "406 not_acceptable"),
                            Map.entry("trend-wrong-type.json", "415 unsupported_media_type")));

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    static Stream<String> payloads() {
        return OUTCOMES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void answersEveryPayload(String payload) throws IOException {
        String event = Files.readString(FOLDER.resolve(payload));

        JsonNode answer = JsonFormat.read(answer(event));

        String outcome = answer.path("statusCode").asText() + " " + code(answer);
        assertThat(outcome.strip()).isEqualTo(OUTCOMES.get(payload));
        assertThat(log.toString(UTF_8))
                .hasLineCount(1)
                .contains("\"status\":" + answer.path("statusCode"))
                .doesNotContain("phx_")
                .doesNotContain("$pageview");
    }

    @Test
    void knowsAllPayloads() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
                    .isEqualTo(OUTCOMES.keySet());
        }
    }

    // Errors are JSON, whatever was asked for.
    private static String code(JsonNode answer) throws IOException {
        return answer.path("statusCode").asInt() == 200
                ? ""
                : JsonFormat.read(answer.path("body").asText()).path("code").asText();
    }

    private String answer(String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        functionFor(JsonFormat.read(event).path("routeKey").asText())
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(UTF_8)),
                        answer,
                        new TestContext(29_000));
        return answer.toString(UTF_8);
    }

    private RequestStreamHandler functionFor(String routeKey) {
        Doorway doorway =
                new Doorway(
                        "function",
                        routes(),
                        InstantSource.system(),
                        new PrintStream(log, true, UTF_8));
        if (routeKey.startsWith("ANY")) {
            return new FallbackFunction(doorway);
        }
        return routeKey.endsWith("/query")
                ? new QueryFunction(doorway)
                : new TrendFunction(doorway);
    }

    private static Responder routes() {
        Authenticator authenticator = new Authenticator(new SampleAdmissions());
        DefinitionsOfProject definitions = _ -> Definitions.none();
        TrendService trends =
                (_, _, _) -> new TrendOutcome(JsonFormat.object(), new TrendOutcome.Origin.Cache());
        return new RouteResponder(
                new TrendResponder(
                        authenticator,
                        new TrendFilterReader(),
                        new RefreshReader(),
                        definitions,
                        trends,
                        "https://site.example"),
                new QueryResponder(
                        authenticator,
                        new TrendsQueryReader(),
                        new RefreshReader(),
                        definitions,
                        trends));
    }
}
