package dev.trendlake.local.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/** Queries through the AWS SDK's client. */
class LocalAthenaTest {
    private static final String FOREVER =
            "SELECT count(*) FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y),"
                    + " UNNEST(sequence(1, 10000)) c(z) WHERE x * y + z = -1";

    private final TestLake lake = TestLake.shared();
    private final AthenaClient client = lake.client();

    @Test
    void answersWithAHeaderAndTexts() {
        GetQueryResultsResponse results =
                lake.results(
                        "SELECT event, count(*) AS events FROM events WHERE project_id = '7' AND"
                                + " day BETWEEN '2026-11-21' AND '2026-11-22' GROUP BY 1 ORDER BY 2"
                                + " DESC");

        assertThat(results.resultSet().rows())
                .extracting(row -> row.data().get(0).varCharValue())
                .containsExactly("event", "open", "close");
        assertThat(results.resultSet().resultSetMetadata().columnInfo())
                .extracting(ColumnInfo::name, ColumnInfo::type)
                .containsExactly(tuple("event", "varchar"), tuple("events", "bigint"));
        assertThat(results.nextToken()).isNull();
    }

    @Test
    void printsValuesAsAthenaDoes() {
        assertThat(
                        lake.rows(
                                "SELECT TIMESTAMP '2026-11-21 00:00:00.123', DATE '2026-11-21',"
                                        + " 1.5, true, ARRAY[1, 2], MAP(ARRAY['k'], ARRAY[1]),"
                                        + " CAST(ROW(1, 'x') AS ROW(id integer, name varchar)),"
                                        + " to_utf8('hi'), CAST(1.25 AS decimal(5, 2))"))
                .containsExactly(
                        "2026-11-21 00:00:00.123|2026-11-21|1.5|true|[1, 2]|{k=1}|{id=1, name=x}|68"
                                + " 69|1.25");
    }

    @Test
    void typesPlainDecimalsAsDoubles() {
        assertThat(
                        lake.results("SELECT 'é😀', 1.5,\n 0.25 + 1, DECIMAL '1.5'")
                                .resultSet()
                                .resultSetMetadata()
                                .columnInfo())
                .extracting(ColumnInfo::type)
                .containsExactly("varchar", "double", "double", "decimal");
    }

    @Test
    void givesPagesOfAThousandRowsWithTheHeaderCounted() {
        String id = lake.run("SELECT x FROM UNNEST(sequence(1, 1500)) t(x)").queryExecutionId();
        GetQueryResultsResponse first = client.getQueryResults(r -> r.queryExecutionId(id));
        GetQueryResultsResponse second =
                client.getQueryResults(r -> r.queryExecutionId(id).nextToken(first.nextToken()));

        assertThat(first.resultSet().rows()).hasSize(1000);
        assertThat(second.resultSet().rows()).hasSize(501);
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void givesAFullPageATokenEvenWhenNothingFollows() {
        String id = lake.run("SELECT 1").queryExecutionId();

        assertThat(client.getQueryResults(r -> r.queryExecutionId(id).maxResults(2)).nextToken())
                .isNotNull();
    }

    @Test
    void readsOnlyTheBytesOfTheColumnsAndPartitionsItNeeds() {
        QueryExecution oneDay =
                lake.run(
                        "SELECT count(DISTINCT person_key) FROM events WHERE project_id = '7' AND"
                                + " day = '2026-11-21'");
        QueryExecution noTable = lake.run("SELECT 1");

        assertThat(oneDay.statistics().dataScannedInBytes()).isPositive();
        assertThat(noTable.statistics().dataScannedInBytes()).isZero();
    }

    @Test
    void writesTheResultAsCsvWhereTheWorkGroupSays() throws IOException {
        QueryExecution execution =
                end(r ->
                        r.queryString("SELECT NULL AS a, 'say \"hi\"' AS b, '' AS c")
                                .workGroup("main")
                                .resultConfiguration(c -> c.outputLocation("s3://elsewhere/")));
        String location = execution.resultConfiguration().outputLocation();

        assertThat(location)
                .isEqualTo("s3://results/main/" + execution.queryExecutionId() + ".csv");
        assertThat(Files.readString(lake.buckets().resolve(location.substring("s3://".length()))))
                .isEqualTo("\"a\",\"b\",\"c\"\n,\"say \"\"hi\"\"\",\"\"\n");
    }

    @Test
    void needsALocationForResults() {
        assertThatThrownBy(() -> client.startQueryExecution(r -> r.queryString("SELECT 1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("No output location provided");
    }

    @Test
    void startsATokenOnce() {
        String token = TestLake.token();
        int before = lake.athena().calls().executions();
        Consumer<StartQueryExecutionRequest.Builder> request =
                r -> r.queryString("SELECT 4").workGroup("main").clientRequestToken(token);
        String first = client.startQueryExecution(request).queryExecutionId();
        lake.end(first);

        assertThat(client.startQueryExecution(request).queryExecutionId()).isEqualTo(first);
        assertThat(lake.athena().calls().executions() - before).isEqualTo(1);
    }

    @Test
    void refusesATokenForAnotherStatement() {
        String token = TestLake.token();
        client.startQueryExecution(
                r -> r.queryString("SELECT 5").workGroup("main").clientRequestToken(token));

        assertThatThrownBy(() ->
                        client.startQueryExecution(r ->
                                r.queryString("SELECT 6")
                                        .workGroup("main")
                                        .clientRequestToken(token)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e ->
                                assertThat(e.athenaErrorCode())
                                        .isEqualTo("IDEMPOTENT_PARAMETER_MISMATCH"));
    }

    @Test
    void stopsAQueryThatRuns() {
        String id = lake.start(FOREVER, "main");

        client.stopQueryExecution(r -> r.queryExecutionId(id));

        QueryExecution execution = lake.end(id);
        assertThat(execution.status().state()).isEqualTo(QueryExecutionState.CANCELLED);
        assertThat(execution.status().stateChangeReason()).isEqualTo("Query cancelled by user");
        assertThatThrownBy(() -> client.getQueryResults(r -> r.queryExecutionId(id)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.athenaErrorCode()).isEqualTo("RESULT_NOT_FOUND"));
    }

    @Test
    void stopsTheEngineTooWhenAQueryIsStopped() {
        String id = lake.start(FOREVER + 1, "main");
        await(() -> statesInTheEngine(), "RUNNING");

        client.stopQueryExecution(r -> r.queryExecutionId(id));

        await(() -> statesInTheEngine(), "FAILED");
    }

    @Test
    void leavesAFinishedQueryAsItIs() {
        String id = lake.run("SELECT 1").queryExecutionId();

        client.stopQueryExecution(r -> r.queryExecutionId(id));

        assertThat(lake.end(id).status().state()).isEqualTo(QueryExecutionState.SUCCEEDED);
    }

    @Test
    void cancelsAQueryThatReadsTooMuch() {
        QueryExecution execution =
                lake.end(
                        lake.start(
                                "SELECT count(DISTINCT event) FROM events WHERE project_id = '7'"
                                        + " AND day = '2026-11-21'",
                                "small"));

        assertThat(execution.status().state()).isEqualTo(QueryExecutionState.CANCELLED);
        assertThat(execution.status().stateChangeReason())
                .isEqualTo("Bytes scanned limit was exceeded");
    }

    @Test
    void describesManyQueriesAtOnce() {
        String id = lake.run("SELECT 1").queryExecutionId();
        var answer = client.batchGetQueryExecution(r -> r.queryExecutionIds(id, "unknown"));

        assertThat(answer.queryExecutions())
                .extracting(QueryExecution::queryExecutionId)
                .isEqualTo(List.of(id));
        assertThat(answer.unprocessedQueryExecutionIds()).hasSize(1);
    }

    @Test
    void describesAWorkGroup() {
        assertThat(
                        client.getWorkGroup(r -> r.workGroup("small"))
                                .workGroup()
                                .configuration()
                                .bytesScannedCutoffPerQuery())
                .isEqualTo(10);
    }

    /** From a catalog of the engine, which Athena lacks. */
    private List<String> statesInTheEngine() {
        return lake.rows(
                "SELECT DISTINCT state FROM system.runtime.queries WHERE query LIKE 'SELECT"
                        + " count(*) FROM UNNEST(sequence%-11'");
    }

    private static void await(Supplier<List<String>> states, String only) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!states.get().equals(List.of(only)) && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(states.get()).containsExactly(only);
    }

    private QueryExecution end(Consumer<StartQueryExecutionRequest.Builder> request) {
        return lake.end(client.startQueryExecution(request).queryExecutionId());
    }
}
