package dev.trendlake.aws.athena;

import static dev.trendlake.aws.athena.EngineOnFakeAthena.HEADER_AND_ROW;
import static dev.trendlake.aws.athena.EngineOnFakeAthena.STATEMENT;
import static dev.trendlake.aws.athena.EngineOnFakeAthena.TOKEN;
import static dev.trendlake.aws.athena.FakeAthena.EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.ApiException;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The failures of spec: Athena, 1, and what a request ends with. */
class FailedExecutionTest {
    private static final String CUTOFF = "Bytes scanned limit was exceeded";

    @RegisterExtension final EngineOnFakeAthena fixture = new EngineOnFakeAthena();
    private final FakeAthena athena = fixture.athena;

    @AfterEach
    void neverStartsASecondExecution() {
        assertThat(athena.calls("StartQueryExecution")).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_ERROR_QUERY_ENGINE, 1, 100, true",
        "Query exhausted resources at this scale factor, 1, 1, true",
        "Amazon S3 throttled the request, 2, 1403, false",
        "Reserved capacity exceeded, 2, 1602, false",
    })
    void asksToComeBackAfterAFailureThatPasses(
            String reason, int category, int type, boolean retryable) {
        athena.starts().fails(reason, category, type, retryable);

        assertThatThrownBy(this::run).isInstanceOf(QueryUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TABLE_NOT_FOUND: line 1:8: Table 'lake.events' does not exist | 1110",
                "COLUMN_NOT_FOUND: line 1:8: Column 'evnt' cannot be resolved | 1006",
                "FUNCTION_NOT_FOUND: line 1:8: Function 'f' not registered | 1303",
                "PERMISSION_DENIED: Access denied | 1500",
            })
    void keepsTheWholeMessageOfAWrongStatementForTheLog(String reason, int type) {
        athena.starts().fails(reason, 2, type, false);

        assertThatThrownBy(this::run)
                .isInstanceOf(QueryFailed.class)
                .hasMessageContainingAll(reason, EXECUTION, "SELECT '…'")
                .hasMessageNotContaining("'logged'");
    }

    @Test
    void keepsTheStatementThatAthenaCannotReadForTheLog() {
        athena.refuses(
                "StartQueryExecution",
                400,
                "InvalidRequestException",
                "line 1:1: mismatched input 'SELEC'",
                "MALFORMED_QUERY");

        assertThatThrownBy(this::run)
                .isInstanceOf(QueryFailed.class)
                .hasMessageContainingAll("mismatched input", "FROM \"events\"");
    }

    @Test
    void keepsADeniedPermissionForTheLog() {
        athena.refuses("StartQueryExecution", 400, "AccessDeniedException", "not allowed", null);

        assertThatThrownBy(this::run)
                .isInstanceOf(QueryFailed.class)
                .hasMessageContaining("not allowed");
    }

    @Test
    void tellsTheCallerThatTheQuestionReadsTooMuch() {
        athena.starts().cancelled(CUTOFF);

        assertThatThrownBy(this::run)
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.attribute()).isEqualTo("date_from"))
                .hasMessage(
                        "The question reads more data than is allowed at once (it was stopped after"
                                + " 12 MB): narrow the date range or the filters.");
    }

    @Test
    void tellsTheCallerThatTheQuestionIsTooLarge() {
        athena.starts().fails("Query exhausted resources at this scale factor", 1, 5, false);

        assertThatThrownBy(this::run)
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        e -> assertThat(e.attribute()).isEqualTo("date_from"));
    }

    @Test
    void asksToComeBackWhenSomebodyStoppedIt() {
        athena.starts().cancelled("Query cancelled by user");

        assertThatThrownBy(this::run).isInstanceOf(QueryUnavailable.class);
    }

    @Test
    void resumesWhatWasLeftRunning() throws StillRunning, ExecutionLost {
        athena.starts().state("RUNNING");
        assertThatThrownBy(this::run).isInstanceOf(StillRunning.class);

        fixture.time.setRemaining(Duration.ofSeconds(25));
        athena.state("SUCCEEDED").page(null, HEADER_AND_ROW);

        assertThat(resume().rows()).hasSize(1);
    }

    @Test
    void losesAnExecutionThatAthenaDoesNotKnow() {
        refusesLook("QUERY_EXECUTION_NOT_FOUND", "QueryExecution " + EXECUTION + " was not found");

        assertThatThrownBy(this::resume).isInstanceOf(ExecutionLost.class);
    }

    @Test
    void losesAnExecutionWhoseRowsWereRemoved() {
        athena.state("SUCCEEDED")
                .refuses(
                        "GetQueryResults",
                        400,
                        "InvalidRequestException",
                        "Could not find results",
                        "RESULT_NOT_FOUND");

        assertThatThrownBy(this::resume).isInstanceOf(ExecutionLost.class);
    }

    @Test
    void losesAnExecutionThatSomebodyStopped() {
        athena.cancelled("Query cancelled by user");

        assertThatThrownBy(this::resume).isInstanceOf(ExecutionLost.class);
    }

    @Test
    void losesAnExecutionThatFailedForAPassingReason() {
        athena.fails("internal", 1, 100, true);

        assertThatThrownBy(this::resume).isInstanceOf(ExecutionLost.class);
    }

    @Test
    void resumesNothingThatWouldFailAgain() {
        athena.cancelled(CUTOFF);
        assertThatThrownBy(this::resume).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1006, 1110, 9999})
    void failsAResumedExecutionAsItWouldFailAStartedOne(int type) {
        athena.fails("wrong", 2, type, false);

        assertThatThrownBy(this::resume)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("wrong");
    }

    private void refusesLook(String code, String message) {
        athena.refuses("GetQueryExecution", 400, "InvalidRequestException", message, code);
    }

    private QueryRun run() throws StillRunning {
        return fixture.engine.run(STATEMENT, TOKEN, fixture.time);
    }

    private QueryRun resume() throws StillRunning, ExecutionLost {
        return fixture.engine.resume(EXECUTION, fixture.time);
    }
}
