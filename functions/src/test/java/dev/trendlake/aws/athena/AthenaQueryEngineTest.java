package dev.trendlake.aws.athena;

import static dev.trendlake.aws.athena.EngineOnFakeAthena.HEADER_AND_ROW;
import static dev.trendlake.aws.athena.EngineOnFakeAthena.STATEMENT;
import static dev.trendlake.aws.athena.EngineOnFakeAthena.TOKEN;
import static dev.trendlake.aws.athena.FakeAthena.EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.Row;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Truth;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AthenaQueryEngineTest {
    @RegisterExtension final EngineOnFakeAthena fixture = new EngineOnFakeAthena();
    private final FakeAthena athena = fixture.athena;
    private final FakeTime time = fixture.time;

    @Test
    void startsTheStatementInItsWorkgroupAndDatabase() throws StillRunning {
        athena.starts().state("SUCCEEDED").page(null, HEADER_AND_ROW);

        run();

        JsonNode body = athena.calls("StartQueryExecution").getFirst().body();
        assertThat(body.path("QueryString").asText())
                .isEqualTo("SELECT \"event\"\nFROM \"events\"");
        assertThat(body.path("ClientRequestToken").asText()).isEqualTo(TOKEN);
        assertThat(body.path("WorkGroup").asText()).isEqualTo("trendlake");
        assertThat(body.path("QueryExecutionContext").toString())
                .isEqualTo("{\"Database\":\"lake\",\"Catalog\":\"AwsDataCatalog\"}");
    }

    @Test
    void givesRowsAndWhatTheyCost() throws StillRunning {
        athena.starts().state("SUCCEEDED").page(null, HEADER_AND_ROW);

        assertThat(run())
                .isEqualTo(
                        new QueryRun(
                                EXECUTION,
                                List.of(new Row(List.of("$pageview"))),
                                12_345_678,
                                Duration.ofMillis(47),
                                Duration.ofMillis(900)));
    }

    @Test
    void skipsTheHeaderOnTheFirstPageOnly() throws StillRunning {
        athena.starts()
                .state("SUCCEEDED")
                .page("next", rows(0, 1000))
                .page("last", rows(1000, 2000))
                .page(null, rows(2000, 2500));

        List<Row> rows = run().rows();

        assertThat(rows).hasSize(2499);
        assertThat(rows.getFirst().text(0)).isEqualTo("1");
        assertThat(rows.getLast().text(0)).isEqualTo("2499");
        assertThat(athena.calls("GetQueryResults"))
                .extracting(call -> call.body().path("NextToken").asText(""))
                .containsExactly("", "next", "last");
    }

    @Test
    void tellsNullFromEmptyText() throws StillRunning {
        athena.starts()
                .state("SUCCEEDED")
                .page(null, List.of(List.of("a", "b"), Arrays.asList(null, "")));

        Row row = run().rows().getFirst();

        assertThat(row.value(0)).isEmpty();
        assertThat(row.value(1)).contains("");
    }

    @Test
    void givesNoRowsForAHeaderAlone() throws StillRunning {
        athena.starts().state("SUCCEEDED").page(null, List.of(List.of("event")));

        assertThat(run().rows()).isEmpty();
    }

    @Test
    void waitsLongerBeforeEachLook() throws StillRunning {
        athena.starts();
        IntStream.range(0, 8).forEach(_ -> athena.state("RUNNING"));
        athena.state("SUCCEEDED").page(null, HEADER_AND_ROW);

        run();

        assertThat(time.pauses()).hasSize(9);
        assertThat(time.pauses().getFirst())
                .isBetween(Duration.ofMillis(120), Duration.ofMillis(150));
        assertThat(time.pauses().getLast())
                .isBetween(Duration.ofMillis(1600), Duration.ofSeconds(2));
    }

    @Test
    void goesOnWhenARunningStatementIsQueuedAgain() throws StillRunning {
        athena.starts().state("QUEUED").state("RUNNING").state("QUEUED").state("RUNNING");
        athena.state("SUCCEEDED").page(null, HEADER_AND_ROW);

        assertThat(run().rows()).hasSize(1);
        assertThat(athena.calls("GetQueryExecution")).hasSize(5);
    }

    @Test
    void startsAgainWithTheSameTokenWhenThrottled() throws StillRunning {
        athena.refuses("StartQueryExecution", 400, "ThrottlingException", "Rate exceeded", null)
                .refuses("StartQueryExecution", 400, "TooManyRequestsException", "too many", null)
                .refuses("StartQueryExecution", 500, "InternalServerException", "oops", null)
                .starts()
                .state("SUCCEEDED")
                .page(null, HEADER_AND_ROW);

        assertThat(run().rows()).hasSize(1);
        assertThat(athena.calls("StartQueryExecution"))
                .hasSize(4)
                .extracting(call -> call.body().path("ClientRequestToken").asText())
                .containsOnly(TOKEN);
    }

    @Test
    void startsAgainWithTheSameTokenWhenTheAnswerIsLost() throws StillRunning {
        athena.hangsUp("StartQueryExecution").hangsUp("StartQueryExecution");
        athena.starts().state("SUCCEEDED").page(null, HEADER_AND_ROW);

        assertThat(run().rows()).hasSize(1);
        assertThat(athena.calls("StartQueryExecution"))
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(call -> call.body().path("ClientRequestToken").asText())
                .containsOnly(TOKEN);
    }

    @Test
    void outlivesLostLooksAndPages() throws StillRunning {
        athena.starts()
                .hangsUp("GetQueryExecution")
                .refuses("GetQueryExecution", 503, "ServiceUnavailable", "", null)
                .state("SUCCEEDED")
                .hangsUp("GetQueryResults")
                .refuses("GetQueryResults", 400, "ThrottlingException", "Rate exceeded", null)
                .page(null, HEADER_AND_ROW);

        assertThat(run().rows()).hasSize(1);
        assertThat(athena.calls("StartQueryExecution")).hasSize(1);
    }

    @Test
    void givesUpAStartThatIsRefusedAgainAndAgain() {
        athena.refuses("StartQueryExecution", 400, "TooManyRequestsException", "CONCURRENT", null);

        assertThatThrownBy(this::run)
                .isInstanceOfSatisfying(
                        QueryUnavailable.class,
                        e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
        assertThat(athena.calls("StartQueryExecution")).hasSize(Backoff.STANDARD.attempts());
    }

    @Test
    void leavesTheExecutionToTheNextCallerAtTheDeadline() {
        athena.starts().state("RUNNING");

        assertThatThrownBy(this::run)
                .isInstanceOfSatisfying(
                        StillRunning.class, e -> assertThat(e.executionId()).isEqualTo(EXECUTION));
        assertThat(time.remaining()).isPositive().isLessThan(Duration.ofMillis(50));
    }

    @Test
    void leavesTheExecutionToTheNextCallerWhenLooksAreRefused() {
        athena.starts().refuses("GetQueryExecution", 400, "ThrottlingException", "Rate", null);

        assertThatThrownBy(this::run)
                .isInstanceOf(StillRunning.class)
                .rootCause()
                .hasMessageContaining("Rate");
        assertThat(time.remaining()).isPositive();
    }

    @Test
    void waitsForNoAnswerBeyondTheDeadline() {
        athena.starts().hangs("GetQueryExecution");
        time.setRemaining(Duration.ofMillis(400));

        long begin = System.nanoTime();

        assertThatThrownBy(this::run).isInstanceOf(StillRunning.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void startsNothingAfterTheDeadline() {
        athena.starts();
        time.setRemaining(Duration.ZERO);

        assertThatThrownBy(this::run).isInstanceOf(QueryUnavailable.class);
        assertThat(athena.calls("StartQueryExecution")).isEmpty();
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        AthenaQueryEngine interrupted =
                fixture.engine(_ -> {
                    throw new InterruptedException();
                });
        athena.starts().state("RUNNING");

        assertThatThrownBy(() -> interrupted.run(STATEMENT, TOKEN, time))
                .isInstanceOf(StillRunning.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesAStatementThatAthenaWouldNotTake() {
        Select tooLong =
                new Select(
                        List.of(new Projection(new Text("ä".repeat(131_072)), "long")),
                        new Source.Table("events"),
                        new Truth(true),
                        List.of(),
                        List.of());

        assertThatThrownBy(() -> fixture.engine.run(tooLong, TOKEN, time))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("262144");
        assertThat(athena.calls("StartQueryExecution")).isEmpty();
    }

    private QueryRun run() throws StillRunning {
        return fixture.engine.run(STATEMENT, TOKEN, time);
    }

    private static List<List<String>> rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(row -> List.of(Integer.toString(row))).toList();
    }
}
