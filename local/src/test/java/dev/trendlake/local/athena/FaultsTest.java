package dev.trendlake.local.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.AthenaException;
import software.amazon.awssdk.services.athena.model.InternalServerException;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.QueryExecutionStatus;
import software.amazon.awssdk.services.athena.model.ThrottleReason;
import software.amazon.awssdk.services.athena.model.TooManyRequestsException;

/** What can be made to go wrong. */
class FaultsTest {
    private final TestLake lake = TestLake.shared();
    private final AthenaClient client = lake.client();
    private final Faults faults = lake.athena().faults();

    @AfterEach
    void allIsWellAgain() {
        faults.clear();
    }

    @Test
    void throttlesCalls() {
        faults.throttle(Operation.START_QUERY_EXECUTION, 1);

        assertThatThrownBy(() -> lake.start("SELECT 1", "main"))
                .isInstanceOfSatisfying(
                        AthenaException.class,
                        e -> {
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("ThrottlingException");
                            assertThat(e.awsErrorDetails().errorMessage())
                                    .isEqualTo("Rate exceeded");
                            assertThat(e.isThrottlingException()).isTrue();
                        });
        assertThat(lake.start("SELECT 1", "main")).isNotBlank();
    }

    @Test
    void refusesTooManyQueries() {
        faults.refuseStarts(1);

        assertThatThrownBy(() -> lake.start("SELECT 1", "main"))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        e ->
                                assertThat(e.reason())
                                        .isEqualTo(ThrottleReason.CONCURRENT_QUERY_LIMIT_EXCEEDED));
    }

    @Test
    void breaksDown() {
        faults.breakDown(Operation.GET_QUERY_EXECUTION, 1);

        assertThatThrownBy(() -> client.getQueryExecution(r -> r.queryExecutionId("x")))
                .isInstanceOfSatisfying(
                        InternalServerException.class,
                        e -> assertThat(e.statusCode()).isEqualTo(500));
    }

    @Test
    void losesTheAnswerOfAStartThatTookPlace() {
        int before = lake.athena().calls().executions();
        // The JDK's client posts once more by itself when a connection breaks.
        faults.loseAnswers(Operation.START_QUERY_EXECUTION, 2);

        assertThatThrownBy(() -> lake.start("SELECT 1", "main"))
                .isInstanceOf(SdkClientException.class);
        assertThat(lake.athena().calls().executions() - before).isEqualTo(1);
    }

    @Test
    void slowsQueriesDown() {
        faults.slowDown(Duration.ofMillis(400));

        assertThat(lake.run("SELECT 1").statistics().totalExecutionTimeInMillis())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void stopsASlowQueryAtOnce() {
        faults.slowDown(Duration.ofMinutes(1));
        String id = lake.start("SELECT 1", "main");

        client.stopQueryExecution(r -> r.queryExecutionId(id));

        assertThat(lake.end(id).status().state()).isEqualTo(QueryExecutionState.CANCELLED);
    }

    @Test
    void failsQueriesForAPassingReasonOrForGood() {
        faults.failQueries(1, true);
        faults.failQueries(1, false);

        QueryExecutionStatus passing = lake.run("SELECT 1").status();
        QueryExecutionStatus forGood = lake.run("SELECT 1").status();

        assertThat(passing.state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(passing.athenaError().retryable()).isTrue();
        assertThat(forGood.athenaError().retryable()).isFalse();
        assertThat(forGood.stateChangeReason()).startsWith("Query exhausted resources");
        assertThat(lake.run("SELECT 1").status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
    }

    @Test
    void breaksQueriesForAReason() {
        faults.breakQueries(1, "Failed to read a file");

        QueryExecutionStatus broken = lake.run("SELECT 1").status();

        assertThat(broken.state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(broken.athenaError().errorCategory()).isEqualTo(1);
        assertThat(broken.athenaError().retryable()).isFalse();
        assertThat(broken.stateChangeReason())
                .isEqualTo("GENERIC_INTERNAL_ERROR: Failed to read a file");
    }

    @Test
    void putsARunningQueryBackIntoTheQueue() throws InterruptedException {
        faults.requeueQueries(1);
        String id = lake.start("SELECT 1", "main");
        List<QueryExecutionState> states = new ArrayList<>();
        while (!states.contains(QueryExecutionState.SUCCEEDED)) {
            QueryExecutionState state =
                    client.getQueryExecution(r -> r.queryExecutionId(id))
                            .queryExecution()
                            .status()
                            .state();
            if (states.isEmpty() || states.getLast() != state) {
                states.add(state);
            }
            Thread.sleep(10);
        }

        assertThat(states)
                .containsSubsequence(
                        QueryExecutionState.RUNNING,
                        QueryExecutionState.QUEUED,
                        QueryExecutionState.SUCCEEDED);
    }
}
