package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The payloads of what SDKs send, sent to the function that captures events. */
@ExtendWith(WholeStackExtension.class)
final class CapturePayloadsIT {
    private static final Path FOLDER = Path.of("..", "events");
    private static final long PROJECT = 8601;

    /** As in the payloads. */
    private static final String TOKEN = "phc_sample_token_of_the_demonstration";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String QUESTION =
            """
            {"events": [{"id": "sign up"}, {"id": "$pageview"}], "date_from": "2015-05-21", "date_to": "2015-05-21"}\
            """;

    private final WholeStack stack;

    CapturePayloadsIT(WholeStack stack) {
        this.stack = stack;
        CapturingProject.make(stack, PROJECT, TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "capture-wrong-token, 401, API key is not valid: ",
        "capture-garbage,     400, failed to ",
    })
    void refusesAsTheNameSays(String payload, int status, String beginning) throws Exception {
        JsonNode answer = answer(payload);

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.path("body").asText()).startsWith(beginning);
    }

    // SDKs end their paths in a slash: those go to the function for all other routes. Some events
    // are sent twice: each has a uuid of its own, and is counted once.
    @Test
    void bringsTheirEventsIntoTrends() throws Exception {
        List<String> payloads =
                List.of(
                        "capture-batch",
                        "capture-batch-gzip",
                        "capture-single",
                        "capture-e-form",
                        "capture-i-v0-e",
                        "capture-trailing-slash",
                        "capture-single");
        for (String payload : payloads) {
            JsonNode answer = answer(payload);

            assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.path("body").asText()).isEqualTo("{\"status\":\"Ok\"}");
        }

        assertThat(countsOnceTheyCame()).isEqualTo("[3] [3]");
    }

    private String countsOnceTheyCame() throws Exception {
        try (Client client = new Client(stack.running().gateway(), SampleProjects.AGENT_KEY)) {
            Instant end = Instant.now().plus(PATIENCE);
            String counts = counts(client);
            while (!counts.equals("[3] [3]") && Instant.now().isBefore(end)) {
                Thread.sleep(500);
                counts = counts(client);
            }
            return counts;
        }
    }

    private static String counts(Client client) throws Exception {
        JsonNode answer = client.ask(PROJECT, QUESTION).json();
        return answer.at("/result/0/data") + " " + answer.at("/result/1/data");
    }

    private JsonNode answer(String payload) throws Exception {
        String event = Files.readString(FOLDER.resolve(payload + ".json"));
        String route = Reply.parsed(event).path("routeKey").asText();
        String function = route.startsWith("ANY") ? "FallbackFunction" : "CaptureFunction";
        return Reply.parsed(stack.stack().invoke(function, event));
    }
}
