package dev.trendlake.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.http.EventBuilder;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.Stage;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoorwayTest {
    private static final EventBuilder TREND =
            EventBuilder.post("/api/projects/1/insights/trend")
                    .key(SampleAdmissions.KEY)
                    .query("refresh=true&personal_api_key=phx_other")
                    .json("{\"events\":[{\"id\":\"$pageview\"}]}");

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<Asking> askings = new ArrayList<>();

    @Test
    void tellsWhatAnAnswerCost() throws IOException {
        JsonNode answer = answer(TREND, trends(executed()));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(answer.path("body").asText()).isEqualTo("{\"result\":[]}");
        assertThat(answer.at("/headers/x-trendlake-execution-id").asText()).isEqualTo("e-1");
        assertThat(answer.at("/headers/x-trendlake-bytes-scanned").asText()).isEqualTo("4096");
        assertThat(answer.at("/headers/x-trendlake-cache").asText()).isEqualTo("miss");
    }

    @Test
    void tellsThatACachedAnswerCostNothing() throws IOException {
        JsonNode answer = answer(TREND, trends(new TrendOutcome.Origin.Cache()));

        assertThat(answer.at("/headers/x-trendlake-cache").asText()).isEqualTo("hit");
        assertThat(answer.at("/headers/x-trendlake-bytes-scanned").asText()).isEqualTo("0");
        assertThat(answer.path("headers").has("x-trendlake-execution-id")).isFalse();
    }

    @Test
    void tellsOfAnOlderAnswerAndOfOnesThatWereKnownInPart() throws IOException {
        JsonNode stale = answer(TREND, trends(new TrendOutcome.Origin.Stale()));
        JsonNode partial = answer(TREND, trends(new TrendOutcome.Origin.Execution("e", 7, true)));

        assertThat(stale.at("/headers/x-trendlake-cache").asText()).isEqualTo("stale");
        assertThat(stale.at("/headers/x-trendlake-bytes-scanned").asText()).isEqualTo("0");
        assertThat(partial.at("/headers/x-trendlake-cache").asText()).isEqualTo("partial");
    }

    @Test
    void tellsNoCostOfAnAnswerThatIsNotOne() throws IOException {
        JsonNode answer = answer(TREND, (_, _, _) -> new TrendOutcome.Missing());

        assertThat(answer.path("headers").toString()).doesNotContain("trendlake");
    }

    @Test
    void asksAtTheTimeAndAddressOfTheRequest() throws IOException {
        answer(TREND, trends(executed()));

        assertThat(askings)
                .singleElement()
                .satisfies(asking -> {
                    assertThat(asking.now()).isEqualTo("2015-05-21T12:00:00Z");
                    assertThat(asking.callId()).isEqualTo("invocation-1");
                    assertThat(asking.url())
                            .isEqualTo(
                                    "https://example.org/api/projects/1/insights/trend"
                                            + "?refresh=true");
                });
    }

    @Test
    void leavesTimeForTheAnswer() throws IOException {
        answer(TREND, trends(executed()));

        assertThat(askings.getFirst().deadline().remaining())
                .isBetween(Duration.ofSeconds(25), Duration.ofMillis(28_999));
    }

    @Test
    void logsALineWithTheStagesAndTheCost() throws IOException {
        answer(TREND, trends(executed()));

        JsonNode line = line();
        assertThat(line.path("function").asText()).isEqualTo("TrendFunction");
        assertThat(line.path("request_id").asText()).isEqualTo("request-1");
        assertThat(line.path("invocation_id").asText()).isEqualTo("invocation-1");
        assertThat(line.path("route").asText()).isEqualTo("trend");
        assertThat(line.path("project").asLong()).isEqualTo(1);
        assertThat(line.path("execution_id").asText()).isEqualTo("e-1");
        assertThat(line.path("bytes_scanned").asLong()).isEqualTo(4096);
        assertThat(line.path("cached").asBoolean()).isFalse();
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.path("cache").asText()).isEqualTo("miss");
        assertThat(line.fieldNames())
                .toIterable()
                .contains(
                        "admit_milliseconds",
                        "read_milliseconds",
                        "query_milliseconds",
                        "milliseconds");
    }

    @Test
    void logsNeitherKeysNorWhatIsAsked() throws IOException {
        answer(TREND, trends(executed()));

        assertThat(log.toString(UTF_8)).doesNotContain("phx_").doesNotContain("pageview");
    }

    @Test
    void namesTheFieldInTheLogAndNotItsValue() throws IOException {
        answer(
                TREND,
                (_, _, _) -> {
                    throw new InvalidRequest("interval", "'secret' is not an interval");
                });

        assertThat(line().path("error").toString())
                .isEqualTo("{\"class\":\"InvalidRequest\",\"attribute\":\"interval\"}");
    }

    @Test
    void logsFailuresOfTheInsideWholeAndTellsNothing() throws IOException {
        JsonNode answer =
                answer(
                        TREND,
                        (_, _, asking) -> {
                            asking.progress().executes("e-2");
                            throw new QueryFailed("SYNTAX_ERROR in SELECT 1");
                        });

        assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
        assertThat(answer.path("body").asText())
                .isEqualTo(
                        """
                        {"type":"server_error","code":"error",\
                        "detail":"A server error occurred.","attr":null}\
                        """);
        assertThat(answer.at("/headers/x-request-id").asText()).isEqualTo("request-1");
        assertThat(line().path("request_id").asText()).isEqualTo("request-1");
        assertThat(line().path("level").asText()).isEqualTo("ERROR");
        assertThat(line().path("execution_id").asText()).isEqualTo("e-2");
        assertThat(line().at("/error/message").asText()).isEqualTo("SYNTAX_ERROR in SELECT 1");
        assertThat(line().at("/error/stack").asText()).contains("DoorwayTest");
    }

    @Test
    void answersEvenWhenSomethingUnforeseenHappens() throws IOException {
        JsonNode answer =
                answer(
                        TREND,
                        (_, _, _) -> {
                            throw new IllegalStateException("unforeseen");
                        });

        assertThat(answer.path("statusCode").asInt()).isEqualTo(500);
        assertThat(answer.path("body").asText()).doesNotContain("unforeseen");
        assertThat(line().at("/error/class").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void refusesAnswersThatLambdaWouldNotHandOn() throws IOException {
        HttpResponse large = new HttpResponse(200, Map.of(), "x".repeat(7_000_000));
        Doorway doorway = doorway((_, _, _) -> large);

        JsonNode answer = sent(doorway, EventBuilder.get("/"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
        assertThat(line().path("status").asInt()).isEqualTo(400);
    }

    @Test
    void primesWithoutHarm() {
        Doorway doorway = doorway(new OnlyTrends(trends(executed())));

        Priming.run(doorway, new PrintStream(log, true, UTF_8));

        assertThat(log.toString(UTF_8)).contains("\"status\":401");
        assertThat(askings).isEmpty();
    }

    @Test
    void primesWithoutFailing() {
        Doorway doorway =
                new Doorway(
                        "TrendFunction",
                        new OnlyTrends(trends(executed())),
                        () -> {
                            throw new IllegalStateException("no clock");
                        },
                        new PrintStream(log, true, UTF_8),
                        SampleDeployment.STACK);

        Priming.run(doorway, new PrintStream(log, true, UTF_8));

        assertThat(log.toString(UTF_8)).startsWith("priming failed");
    }

    private static TrendOutcome.Origin executed() {
        return new TrendOutcome.Origin.Execution("e-1", 4096, false);
    }

    private TrendService trends(TrendOutcome.Origin origin) {
        return new FixedTrends((_, _, asking) -> {
            askings.add(asking);
            asking.progress().done(Stage.QUERY);
            return new TrendOutcome.Answered(
                    JsonFormat.object().set("result", JsonFormat.object().arrayNode()), origin);
        });
    }

    private JsonNode answer(EventBuilder event, FixedTrends.Answering answering)
            throws IOException {
        return answer(event, new FixedTrends(answering));
    }

    private JsonNode answer(EventBuilder event, TrendService trends) throws IOException {
        return sent(doorway(new OnlyTrends(trends)), event);
    }

    private Doorway doorway(Responder responder) {
        return new Doorway(
                "TrendFunction",
                responder,
                InstantSource.fixed(Instant.EPOCH),
                new PrintStream(log, true, UTF_8),
                SampleDeployment.STACK);
    }

    private static JsonNode sent(Doorway doorway, EventBuilder event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        doorway.handle(
                new ByteArrayInputStream(event.text().getBytes(UTF_8)),
                answer,
                new TestContext(29_000));
        return JsonFormat.read(answer.toString(UTF_8));
    }

    private JsonNode line() throws IOException {
        return JsonFormat.read(log.toString(UTF_8));
    }
}
