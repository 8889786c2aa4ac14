package dev.trendlake.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.capture.Capture;
import dev.trendlake.capture.EventStream;
import dev.trendlake.capture.ProjectTokens;
import dev.trendlake.capture.StreamUnavailable;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.http.EventBuilder;
import dev.trendlake.http.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptureResponderTest {
    private static final String EVENT =
            "{\"api_key\":\"phc_secret\",\"event\":\"secret\",\"distinct_id\":\"ann\"}";
    private static final ProjectTokens TOKENS =
            token -> token.equals("phc_secret") ? OptionalLong.of(7) : OptionalLong.empty();

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<byte[]> lines = new ArrayList<>();
    private final EventStream stream = (put, _) -> lines.addAll(put);

    @Test
    void saysOkWhenAllIsTaken() throws Exception {
        JsonNode answer = answer(EventBuilder.post("/batch/").json(EVENT));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("body").asText()).isEqualTo("{\"status\":\"Ok\"}");
        assertThat(answer.at("/headers/content-type").asText()).isEqualTo("application/json");
        assertThat(lines).hasSize(1);
    }

    @Test
    void saysNothingToABeacon() throws Exception {
        JsonNode answer = answer(EventBuilder.post("/e/").json(EVENT).query("beacon=1"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(204);
        assertThat(answer.path("body").asText()).isEmpty();
    }

    @Test
    void saysWhatIsWrongInPlainText() throws Exception {
        JsonNode unreadable = answer(EventBuilder.post("/e").json("{}"));
        JsonNode unknown = answer(EventBuilder.post("/e").json(EVENT.replace("phc_secret", "x")));
        JsonNode large =
                answer(
                        EventBuilder.post("/e")
                                .json(
                                        EVENT.replace(
                                                "ann\"",
                                                "ann\",\"x\":\"" + "x".repeat(1_024_000) + "\"")));

        assertThat(unreadable.path("statusCode").asInt()).isEqualTo(400);
        assertThat(unknown.path("statusCode").asInt()).isEqualTo(401);
        assertThat(unknown.path("body").asText()).startsWith("API key is not valid: ");
        assertThat(unknown.at("/headers/content-type").asText()).startsWith("text/plain");
        assertThat(large.path("statusCode").asInt()).isEqualTo(413);
        assertThat(lines).isEmpty();
    }

    @Test
    void asksToSendAgainWhatWasNotTaken() throws Exception {
        JsonNode answer =
                answer(
                        EventBuilder.post("/e").json(EVENT),
                        TOKENS,
                        (_, _) -> {
                            throw new StreamUnavailable("Firehose left 1 of 1 records", null);
                        });

        assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
        assertThat(answer.path("body").asText()).isEqualTo("transient error, please retry");
        assertThat(answer.at("/headers/retry-after").asText()).isEqualTo("5");
        assertThat(log.toString(UTF_8)).contains("Firehose left 1 of 1 records");
    }

    @Test
    void asksToSendAgainWhenNobodyKnowsWhoseItIs() throws Exception {
        JsonNode answer =
                answer(
                        EventBuilder.post("/e").json(EVENT),
                        _ -> {
                            throw new QueryUnavailable("busy", Duration.ofSeconds(1));
                        },
                        stream);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
    }

    @Test
    void letsPagesOfAnySiteSend() throws Exception {
        JsonNode asked =
                answer(
                        preflight("/e/")
                                .header("access-control-request-headers", "content-type,x-other"));
        JsonNode sent =
                answer(EventBuilder.post("/e/").json(EVENT).header("origin", "https://a.example"));
        JsonNode refused =
                answer(EventBuilder.post("/e/").json("{}").header("origin", "https://a.example"));

        assertThat(asked.path("statusCode").asInt()).isEqualTo(200);
        assertThat(asked.at("/headers/access-control-allow-origin").asText())
                .isEqualTo("https://a.example");
        assertThat(asked.at("/headers/access-control-allow-headers").asText())
                .isEqualTo("content-type,x-other");
        assertThat(asked.at("/headers/access-control-allow-methods").asText())
                .isEqualTo("GET,POST,OPTIONS");
        for (JsonNode answer : List.of(sent, refused)) {
            assertThat(answer.at("/headers/access-control-allow-origin").asText())
                    .isEqualTo("https://a.example");
            assertThat(answer.at("/headers/access-control-allow-credentials").asText())
                    .isEqualTo("true");
            assertThat(answer.at("/headers/vary").asText()).isEqualTo("origin");
        }
    }

    @Test
    void knowsNoOtherMethodAndNoOtherPath() throws Exception {
        assertThat(answer(method("DELETE", "/e")).path("statusCode").asInt()).isEqualTo(405);
        assertThat(answer(EventBuilder.post("/decide")).path("statusCode").asInt()).isEqualTo(404);
    }

    @Test
    void logsNeitherTokensNorEvents() throws Exception {
        answer(EventBuilder.post("/e").json(EVENT));
        answer(EventBuilder.post("/e").json(EVENT.replace("\"ann\"", "\"\"")));

        assertThat(log.toString(UTF_8))
                .contains("\"route\":\"capture\"")
                .contains("\"project\":7")
                .contains("\"events\":1")
                .contains("\"reason\":\"unreadable\"")
                .doesNotContain("secret");
    }

    @Test
    void isWarmedWithoutHarm() {
        CapturePriming.run(doorway(TOKENS, stream), new PrintStream(log, true, UTF_8));

        assertThat(log.toString(UTF_8)).contains("\"status\":401");
        assertThat(lines).isEmpty();
    }

    private static EventBuilder preflight(String path) {
        return method("OPTIONS", path)
                .header("origin", "https://a.example")
                .header("access-control-request-method", "POST");
    }

    private static EventBuilder method(String method, String path) {
        return EventBuilder.of(method, path);
    }

    private JsonNode answer(EventBuilder event) throws JsonProcessingException {
        return answer(event, TOKENS, stream);
    }

    private JsonNode answer(EventBuilder event, ProjectTokens tokens, EventStream to)
            throws JsonProcessingException {
        byte[] answer =
                doorway(tokens, to)
                        .answer(
                                event.text(),
                                new Invocation("invocation-1", () -> Duration.ofSeconds(20)));
        return JsonFormat.read(new String(answer, UTF_8));
    }

    private Doorway doorway(ProjectTokens tokens, EventStream to) {
        return new Doorway(
                "CaptureFunction",
                new CaptureResponder(new Capture(tokens, to, new Random(1))),
                InstantSource.fixed(Instant.EPOCH),
                new PrintStream(log, true, UTF_8),
                SampleDeployment.STACK);
    }
}
