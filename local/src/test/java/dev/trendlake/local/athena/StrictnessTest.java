package dev.trendlake.local.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.athena.model.AthenaError;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** The engine could do more than Athena; the local Athena must not (design, 8). */
class StrictnessTest {
    private final TestLake lake = TestLake.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT array_first(ARRAY[1])",
                "SELECT 1 WHERE starts_with('ab', 'a') AND ends_with('ab', 'b')",
                "SELECT max(x) FILTER (WHERE array_last(ARRAY[x]) = 1) FROM (VALUES 1) t(x)",
                "WITH a AS (SELECT any_value(1) x) SELECT * FROM a"
            })
    void lacksTheNewerFunctions(String sql) {
        QueryExecution execution = lake.run(sql);

        assertThat(execution.status().state()).isEqualTo(QueryExecutionState.FAILED);
        assertThat(execution.status().stateChangeReason())
                .startsWith("FUNCTION_NOT_FOUND: line 1:");
        assertThat(execution.status().athenaError().errorType()).isEqualTo(1303);
    }

    @Test
    void findsMissingTablesOnlyWhenTheQueryRuns() {
        QueryExecution execution = lake.run("SELECT * FROM nowhere");
        AthenaError error = execution.status().athenaError();

        assertThat(execution.status().stateChangeReason())
                .isEqualTo(
                        "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.lake.nowhere' does not"
                                + " exist");
        assertThat(error.errorCategory()).isEqualTo(2);
        assertThat(error.errorType()).isEqualTo(1110);
        assertThat(error.retryable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE events",
                "INSERT INTO events SELECT * FROM events",
                "SET SESSION query_max_run_time = '1s'",
                "WITH FUNCTION f() RETURNS bigint RETURN 1 SELECT f()",
                "SELECT 1;"
            })
    void takesNothingButQueries(String sql) {
        assertThatThrownBy(() -> lake.start(sql, "main"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.athenaErrorCode()).isEqualTo("MALFORMED_QUERY"));
    }

    @Test
    void worksInUtc() {
        assertThat(
                        lake.rows(
                                "SELECT current_timezone(), TIMESTAMP '2024-01-01 03:30:00.123' AT"
                                        + " TIME ZONE 'America/New_York'"))
                .containsExactly("UTC|2023-12-31 22:30:00.123 America/New_York");
    }

    @Test
    void knowsNoOtherWorkGroup() {
        assertThatThrownBy(() -> lake.start("SELECT 1", "other"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("WorkGroup other is not found.");
    }

    @Test
    void explainsAQuery() {
        assertThat(lake.run("EXPLAIN SELECT 1").substatementType()).isEqualTo("EXPLAIN");
    }
}
