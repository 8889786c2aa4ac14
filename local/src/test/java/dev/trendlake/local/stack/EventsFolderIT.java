package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every payload of the folder {@code events}, sent to its function on the whole stack. */
@ExtendWith(WholeStackExtension.class)
final class EventsFolderIT {
    private static final Path FOLDER = Path.of("..", "events");

    private final WholeStack stack;

    EventsFolderIT(WholeStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trend.json",
                "trend-get.json",
                "trend-environments.json",
                "trend-form.json",
                "trend-multipart.json",
                "trend-gzip.json",
                "trend-key-in-body.json",
                "trend-key-in-query.json",
                "trend-trailing-slash.json",
                "trend-doubled-slash.json"
            })
    void answersWithThePageViewsOfFourDays(String payload) throws Exception {
        JsonNode answer = answer(payload);

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(body(answer).at("/result/0/data").toString()).isEqualTo("[613,1005,847,709]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"query.json", "query-environments.json", "query-trailing-slash.json"})
    void answersTheSameQuestionAsAQuery(String payload) throws Exception {
        JsonNode answer = answer(payload);

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(body(answer).at("/results/0/data").toString()).isEqualTo("[613,1005,847,709]");
    }

    @Test
    void answersTheDocumentedCurlWithTheWeekBeforeIt() throws Exception {
        JsonNode answer = answer("trend-form-under-json.json");

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(body(answer).at("/result/0/days/0").asText()).isEqualTo("2015-05-14");
        assertThat(body(answer).at("/result/0/data").toString())
                .isEqualTo("[0,0,0,613,1005,847,709,0]");
    }

    @Test
    void answersAsCsv() throws Exception {
        JsonNode answer = answer("trend-csv.json");

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.path("body").asText())
                .isEqualTo(
                        """
                        series,17-May-2015,18-May-2015,19-May-2015,20-May-2015\r
                        $pageview,613,1005,847,709\r
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "query-unknown-kind.json,400,parse_error",
        "query-unsupported-kind.json,400,invalid_input",
        "query-get.json,405,method_not_allowed",
        "trend-without-series.json,400,invalid_input",
        "trend-garbage.json,400,parse_error",
        "trend-without-key.json,401,not_authenticated",
        "trend-wrong-key.json,401,authentication_failed",
        "trend-other-project.json,403,permission_denied",
        "trend-unknown-format.json,404,not_found",
        "unknown-path.json,404,not_found",
        "wrong-method.json,405,method_not_allowed",
        "trend-not-acceptable.json,406,not_acceptable",
        "trend-wrong-type.json,415,unsupported_media_type"
    })
    void refusesAsTheNameSays(String payload, int status, String code) throws Exception {
        JsonNode answer = answer(payload);

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
        assertThat(body(answer).path("code").asText()).isEqualTo(code);
    }

    // Every payload is named by a test, in quotes, with or without its ending.
    @Test
    void holdsNoPayloadThatNoTestSends() throws IOException {
        String tests;
        try (Stream<Path> files = Files.list(Path.of("src/test/java/dev/trendlake/local/stack"))) {
            tests = files.map(EventsFolderIT::contents).collect(Collectors.joining());
        }
        try (Stream<Path> payloads = Files.list(FOLDER)) {
            assertThat(payloads)
                    .extracting(file -> file.getFileName().toString().replace(".json", ""))
                    .allMatch(name ->
                            Pattern.compile("\"%s(\\.json)?[\",]".formatted(name))
                                    .matcher(tests)
                                    .find());
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer(String payload) throws Exception {
        String event = Files.readString(FOLDER.resolve(payload));
        String route = Reply.parsed(event).path("routeKey").asText();
        return Reply.parsed(stack.stack().invoke(functionOf(route), event));
    }

    private static String functionOf(String route) {
        if (route.startsWith("ANY")) {
            return "FallbackFunction";
        }
        return route.endsWith("/query") ? "QueryFunction" : "TrendFunction";
    }

    private static JsonNode body(JsonNode answer) throws Exception {
        return Reply.parsed(answer.path("body").asText());
    }
}
