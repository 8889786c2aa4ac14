package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.access.KeyHash;
import dev.trendlake.local.s3.LocalS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** AWS's own command line before the local endpoints, as before the services. */
@ExtendWith(WholeStackExtension.class)
final class AwsCommandLineIT {
    private static final String VIEWS =
            "SELECT day, count(*) AS views FROM events WHERE project_id = '1' AND event ="
                    + " '$pageview' AND day BETWEEN '2015-05-17' AND '2015-05-20' GROUP BY day"
                    + " ORDER BY day";
    private static final String FOREVER =
            "SELECT count(*) FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y),"
                    + " UNNEST(sequence(1, 10000)) c(z) WHERE x * y + z = -1";

    private final RunningStack stack;

    AwsCommandLineIT(WholeStack stack) {
        this.stack = stack.running();
    }

    @BeforeAll
    static void onlyWhereItIsInstalled() {
        assumeTrue(Program.isThere("aws"), "AWS's command line is not on the PATH");
    }

    @Test
    void startsAQueryWaitsForItAndReadsItsRows() throws Exception {
        String id = start(VIEWS);

        assertThat(ended(id)).isEqualTo("SUCCEEDED");
        JsonNode rows =
                aws("athena get-query-results --query-execution-id " + id).at("/ResultSet/Rows");
        Map<String, Long> views = new TreeMap<>();
        for (JsonNode row : rows) {
            if (!views.isEmpty() || !value(row, 0).equals("day")) {
                views.put(value(row, 0), Long.parseLong(value(row, 1)));
            }
        }
        assertThat(views)
                .isEqualTo(
                        Weblog.read().views(ZoneOffset.UTC, time -> time.toLocalDate().toString()));
    }

    @Test
    void readsRowsPageByPage() throws Exception {
        String id = start("SELECT n FROM UNNEST(sequence(1, 10)) AS numbers(n) ORDER BY n");

        assertThat(ended(id)).isEqualTo("SUCCEEDED");
        JsonNode rows =
                aws("athena get-query-results --page-size 3 --query-execution-id " + id)
                        .at("/ResultSet/Rows");
        assertThat(rows).extracting(row -> value(row, 0)).startsWith("n", "1", "2").hasSize(11);
    }

    @Test
    void fetchesTheFileOfRows() throws Exception {
        String id = start("SELECT 1 AS one, 'a,b' AS two");

        assertThat(ended(id)).isEqualTo("SUCCEEDED");
        String file = execution(id).at("/ResultConfiguration/OutputLocation").asText();
        assertThat(run("s3", "cp", file, "-").text()).isEqualTo("\"one\",\"two\"\n\"1\",\"a,b\"\n");
    }

    @Test
    void saysWhatIsWrongWithAStatement() throws Exception {
        Program.Outcome refused = run(startCommand("SELEC 1"));
        String missing = start("SELECT colour FROM events WHERE project_id = '1'");

        assertThat(refused.status()).isNotZero();
        assertThat(refused.errors())
                .contains("An error occurred (InvalidRequestException)")
                .contains("line 1:1: mismatched input 'SELEC'");
        assertThat(ended(missing)).isEqualTo("FAILED");
        assertThat(execution(missing).at("/Status/StateChangeReason").asText())
                .contains("COLUMN_NOT_FOUND");
    }

    @Test
    void stopsAQuery() throws Exception {
        String id = start(FOREVER);

        Program.Outcome stopped = run("athena", "stop-query-execution", "--query-execution-id", id);

        assertThat(stopped.status()).as(stopped.errors()).isZero();
        assertThat(ended(id)).isEqualTo("CANCELLED");
        assertThat(run("athena", "get-query-results", "--query-execution-id", id).errors())
                .contains("Could not find results");
    }

    @Test
    void listsQueriesTheNewestFirst() throws Exception {
        String first = start("SELECT 1");
        String second = start("SELECT 2");

        List<String> ids =
                texts(
                        aws("athena list-query-executions --page-size 2 --work-group "
                                        + stack.workGroup())
                                .path("QueryExecutionIds"));

        assertThat(ids).containsSubsequence(second, first).doesNotHaveDuplicates();
        assertThat(aws("athena list-query-executions").path("QueryExecutionIds")).isEmpty();
    }

    @Test
    void listsWorkGroups() throws Exception {
        JsonNode groups = aws("athena list-work-groups").path("WorkGroups");

        assertThat(groups)
                .extracting(group -> group.path("Name").asText())
                .contains("primary", stack.workGroup());
        assertThat(
                        aws("athena get-work-group --work-group " + stack.workGroup())
                                .at("/WorkGroup/State")
                                .asText())
                .isEqualTo("ENABLED");
    }

    @Test
    void readsTheTables() throws Exception {
        assertThat(texts(aws("dynamodb list-tables").path("TableNames")))
                .contains(stack.apiKeysTable(), stack.projectsTable(), stack.resultsTable());
        assertThat(
                        aws("dynamodb describe-table --table-name " + stack.projectsTable())
                                .at("/Table/KeySchema"))
                .extracting(key -> key.path("KeyType").asText())
                .containsExactly("HASH", "RANGE");
    }

    @Test
    void readsItems() throws Exception {
        JsonNode key =
                parsed(
                        run(
                                "dynamodb",
                                "get-item",
                                "--table-name",
                                stack.apiKeysTable(),
                                "--key",
                                "{\"key_hash\": {\"S\": \"%s\"}}"
                                        .formatted(KeyHash.of(SampleProjects.KEY).text())));
        JsonNode items =
                parsed(
                        run(
                                "dynamodb",
                                "query",
                                "--table-name",
                                stack.projectsTable(),
                                "--key-condition-expression",
                                "#project = :project",
                                "--expression-attribute-names",
                                "{\"#project\": \"project\"}",
                                "--expression-attribute-values",
                                "{\":project\": {\"S\": \"3\"}}"));

        assertThat(key.at("/Item/active/BOOL").asBoolean()).isTrue();
        assertThat(items.at("/Items"))
                .extracting(item -> item.at("/timezone/S").asText())
                .contains("America/Los_Angeles");
    }

    @Test
    void listsAndCopiesFiles(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("note.txt"), "a note\n");
        String place = "s3://" + stack.dataBucket() + "/notes/note.txt";

        assertThat(run("s3", "ls").text()).contains(stack.dataBucket());
        assertThat(run("s3", "ls", "s3://" + stack.dataBucket() + "/events/project_id=1/").text())
                .contains("PRE day=2015-05-17/", "PRE day=2015-05-20/");
        assertThat(run("s3", "cp", file.toString(), place).status()).isZero();
        assertThat(run("s3", "cp", place, "-").text()).isEqualTo("a note\n");
        assertThat(run("s3", "rm", place).status()).isZero();
        assertThat(run("s3", "ls", place).status()).isNotZero();
    }

    private String start(String statement) throws IOException, InterruptedException {
        return parsed(run(startCommand(statement))).path("QueryExecutionId").asText();
    }

    private String[] startCommand(String statement) {
        return new String[] {
            "athena",
            "start-query-execution",
            "--work-group",
            stack.workGroup(),
            "--query-execution-context",
            "Database=" + stack.database(),
            "--query-string",
            statement
        };
    }

    private String ended(String id) throws IOException, InterruptedException {
        String state = "";
        do {
            state = execution(id).at("/Status/State").asText();
        } while (state.equals("QUEUED") || state.equals("RUNNING"));
        return state;
    }

    private JsonNode execution(String id) throws IOException, InterruptedException {
        return aws("athena get-query-execution --query-execution-id " + id).path("QueryExecution");
    }

    private JsonNode aws(String arguments) throws IOException, InterruptedException {
        return parsed(run(arguments.split(" ", -1)));
    }

    private static JsonNode parsed(Program.Outcome outcome) throws IOException {
        assertThat(outcome.status()).as(outcome.errors()).isZero();
        return Reply.parsed(outcome.text());
    }

    private Program.Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(arguments));
        return new Program(command, Path.of("."), environment()).run();
    }

    private Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_ATHENA",
                stack.athena().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB",
                stack.dynamoDb().toString(),
                "AWS_ENDPOINT_URL_S3",
                stack.s3().toString(),
                "AWS_DEFAULT_REGION",
                stack.region(),
                "AWS_DEFAULT_OUTPUT",
                "json",
                "AWS_ACCESS_KEY_ID",
                LocalS3.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                LocalS3.SECRET_KEY,
                "AWS_PAGER",
                "");
    }

    private static String value(JsonNode row, int column) {
        return row.path("Data").path(column).path("VarCharValue").asText();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
