package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.local.athena.Faults;
import dev.trendlake.local.athena.Operation;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a caller gets, and what is logged, when Athena has a bad day. */
@ExtendWith(WholeStackExtension.class)
final class FaultsIT {
    private final WholeStack stack;
    private final Client client;
    private final Faults faults;
    private final int before;

    FaultsIT(WholeStack stack) {
        this.stack = stack;
        this.client = stack.client();
        this.faults = stack.athena().faults();
        this.before = stack.executions();
    }

    @AfterEach
    void clear() {
        faults.clear();
    }

    @Test
    void startsAgainWhenAthenaIsBusy() throws Exception {
        faults.throttle(Operation.START_QUERY_EXECUTION, 2);
        faults.refuseStarts(1);
        faults.breakDown(Operation.START_QUERY_EXECUTION, 1);

        Reply reply = client.ask(question("busy"));

        assertIsAnswered(reply);
        assertThat(executions()).isEqualTo(1);
    }

    @Test
    void findsAnExecutionWhoseStartWasNotAnswered() throws Exception {
        faults.loseAnswers(Operation.START_QUERY_EXECUTION, 3);

        Reply reply = client.ask(question("lost start"));

        assertIsAnswered(reply);
        assertThat(executions()).isEqualTo(1);
    }

    @Test
    void looksAgainWhenAPollIsLostOrRefused() throws Exception {
        faults.loseAnswers(Operation.GET_QUERY_EXECUTION, 2);
        faults.throttle(Operation.GET_QUERY_EXECUTION, 2);
        faults.requeueQueries(1);
        faults.loseAnswers(Operation.GET_QUERY_RESULTS, 2);
        faults.breakDown(Operation.GET_QUERY_RESULTS, 1);

        Reply reply = client.ask(question("lost polls"));

        assertIsAnswered(reply);
        assertThat(executions()).isEqualTo(1);
    }

    @Test
    void letsTheNextRequestPickUpASlowQuery() throws Exception {
        faults.slowDown(Duration.ofSeconds(31));

        Reply late = client.ask(question("slow"));
        faults.clear();
        Reply next = client.ask(question("slow"));

        assertThat(late)
                .hasToString(
                        """
                        503 {"type":"server_error","code":"service_unavailable",\
                        "detail":"The query is still running. Ask again to get its result.","attr":null}\
                        """);
        assertThat(late.header("retry-after")).isEqualTo("5");
        assertIsAnswered(next);
        assertThat(next.isCached()).isFalse();
        assertThat(stack.executionOf(late)).contains(next.header("x-trendlake-execution-id"));
        assertThat(executions()).isEqualTo(1);
    }

    @Test
    void tellsTheCallerNothingOfAFailureAndTheLogEverything() throws Exception {
        faults.breakQueries(1, "HIVE_CURSOR_ERROR: Failed to read Parquet file");

        Reply reply = client.ask(question("secret-value"));

        assertThat(reply)
                .hasToString(
                        """
                        500 {"type":"server_error","code":"error",\
                        "detail":"A server error occurred.","attr":null}\
                        """);
        assertThat(reply.header("x-trendlake-execution-id")).isEmpty();
        assertThat(stack.logOf(reply))
                .contains(
                        "\"level\":\"ERROR\"",
                        "HIVE_CURSOR_ERROR: Failed to read Parquet file",
                        "\"project\":1")
                .containsPattern("execution [0-9a-f-]{36} FAILED")
                .doesNotContain("phx_", "secret-value");
        assertThat(executions()).isEqualTo(1);
    }

    @Test
    void runsAnewAfterAFailure() throws Exception {
        faults.breakQueries(1, "broken");
        client.ask(question("once"));

        Reply next = client.ask(question("once"));

        assertIsAnswered(next);
        assertThat(executions()).isEqualTo(2);
    }

    @Test
    void asksToComeAgainAfterAPassingFailure() throws Exception {
        faults.failQueries(1, true);

        Reply reply = client.ask(question("passing"));

        assertThat(reply)
                .hasToString(
                        """
                        503 {"type":"server_error","code":"service_unavailable",\
                        "detail":"The query engine is busy. Ask again in a few seconds.","attr":null}\
                        """);
        assertThat(reply.header("retry-after")).isEqualTo("5");
        assertThat(executions()).isEqualTo(1);
    }

    @Test
    void blamesAQuestionThatIsTooLarge() throws Exception {
        faults.failQueries(1, false);

        Reply reply = client.ask(question("large"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("type").asText()).isEqualTo("validation_error");
        assertThat(reply.json().path("attr").asText()).isEqualTo("date_from");
        assertThat(executions()).isEqualTo(1);
    }

    private int executions() {
        return stack.executions() - before;
    }

    private static void assertIsAnswered(Reply reply) throws Exception {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.data(0)).isEqualTo("[613,1005,847,709]");
    }

    /** A question that is asked once: its filter has a value of its own, and takes all. */
    private static String question(String value) {
        return """
        {"events": [{"id": "$pageview"}],
         "properties": [{"key": "$os", "value": "fault: %s", "operator": "is_not", "type": "event"}],
         "date_from": "2015-05-17", "date_to": "2015-05-20"}\
        """
                .formatted(value);
    }
}
