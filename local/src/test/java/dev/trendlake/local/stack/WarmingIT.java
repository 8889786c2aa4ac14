package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The warmer as a packaged function, on the web log in a project of each test's own. */
@ExtendWith(WholeStackExtension.class)
final class WarmingIT {
    private static final String NODE =
            """
            {"kind": "TrendsQuery", "series": [{"kind": "EventsNode", "event": "$pageview"}],\
             "dateRange": {"date_from": "2015-05-17", "date_to": "2015-05-20"}}\
            """;
    private static final String QUESTION =
            """
            {"events": [{"id": "$pageview"}], "date_from": "2015-05-17", "date_to": "2015-05-20"}\
            """;
    // As AnswersIT has them, whose days are UTC's.
    private static final String PER_DAY = "[613,1005,847,709]";

    private final WholeStack stack;

    WarmingIT(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void hasAnInsightComputedBeforeAnybodyOpensIt() throws Exception {
        make(801, "UTC");
        try (Client client = client()) {
            String path = "/api/projects/801/insights";
            Reply created = client.send(client.json(path, "{\"query\": %s}".formatted(NODE)));
            assertThat(created.status()).as(created.text()).isEqualTo(201);

            JsonNode report = warm("{\"warm\": \"recent\", \"project\": 801}");

            assertThat(outcomes(report)).containsExactly("insight 1 computed 1");
            assertThat(report.path("bytes").asLong()).isPositive();
            Reply opened = client.send(client.authorized(path + "/1"));
            assertThat(opened.isCached()).as(opened.text()).isTrue();
            assertThat(opened.data(0)).isEqualTo(PER_DAY);
            assertThat(opened.header("x-trendlake-cache")).isEqualTo("hit");
            assertThat(opened.header("x-trendlake-bytes-scanned")).isEqualTo("0");
        }
    }

    @Test
    void hasAQuestionComputedAgainWhenItsAnswerHoldsNoMore() throws Exception {
        make(802, "UTC");
        try (Client client = client()) {
            Reply first = client.ask(802, QUESTION);
            assertThat(first.header("x-trendlake-cache")).isEqualTo("miss");
            // Days begin at other times from now on.
            save(802, "Asia/Kolkata");
            int before = stack.executions();

            JsonNode dry = warm("{\"dry_run\": true, \"project\": 802}");
            int afterDry = stack.executions();
            JsonNode report = warm("{\"project\": 802}");
            int after = stack.executions();
            JsonNode again = warm("{\"project\": 802}");

            assertThat(afterDry).isEqualTo(before);
            assertThat(dry.at("/questions/0/outcome").asText()).isEqualTo("missing");
            assertThat(dry.at("/questions/0/bytes").asText())
                    .isEqualTo(first.header("x-trendlake-bytes-scanned"));
            assertThat(report.path("executions").asInt()).isEqualTo(1);
            assertThat(after).isEqualTo(before + 1);
            assertThat(again.path("executions").asInt()).isZero();
            assertThat(again.at("/questions/0/outcome").asText()).isEqualTo("fresh");
            assertThat(stack.executions()).isEqualTo(after);
            Reply asked = client.ask(802, QUESTION);
            assertThat(asked.isCached()).isTrue();
            assertThat(asked.data(0)).isNotEqualTo(first.data(0));
        }
    }

    @Test
    void remembersAQuestionInEitherFormWithoutWhoAskedIt() throws Exception {
        make(803, "UTC");
        stack.awaitNotices();
        try (Client client = client()) {
            client.ask(803, QUESTION);
            client.send(
                    client.json(
                            "/api/projects/803/query",
                            "{\"client_query_id\": \"mine\", \"query\": %s}".formatted(NODE)));

            JsonNode report = warm("{\"dry_run\": true, \"project\": 803}");

            // The query found the answer of the trends, and was noted by itself once computed.
            assertThat(outcomes(report)).hasSize(1).allMatch(line -> line.endsWith(" fresh 0"));
        }
    }

    private JsonNode warm(String event) throws Exception {
        return Reply.parsed(stack.stack().invoke("WarmCacheFunction", event));
    }

    private static List<String> outcomes(JsonNode report) {
        return report.path("questions")
                .valueStream()
                .map(question ->
                        "%s %s %d"
                                .formatted(
                                        question.path("question").asText(),
                                        question.path("outcome").asText(),
                                        question.path("executions").asLong()))
                .toList();
    }

    private Client client() {
        return new Client(stack.running().gateway(), SampleProjects.AGENT_KEY);
    }

    private void make(long id, String zone) throws Exception {
        save(id, zone);
        try (var clients = new StackClients(stack.running())) {
            clients.loader(Clock.systemUTC())
                    .load(
                            id,
                            List.of(new EventSource("weblog", Weblog::open)),
                            BadLines.FATAL,
                            LoadListener.none());
        }
    }

    private void save(long id, String zone) {
        try (var clients = new StackClients(stack.running());
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            DynamoDbProjects projects =
                    new DynamoDbProjects(dynamoDb, stack.running().projectsTable());
            projects.save(
                    projects.find(id)
                            .map(before -> in(zone, before))
                            .orElseGet(() -> fresh(id, zone)));
        }
    }

    private static Project fresh(long id, String zone) {
        return new Project(
                id,
                "project " + id,
                "",
                ZoneId.of(zone),
                DayOfWeek.SUNDAY,
                "[]",
                List.of(),
                Project.NO_EVENT_YET,
                0,
                SideTables.none(),
                PropertyDefinitions.none());
    }

    private static Project in(String zone, Project before) {
        return new Project(
                before.id(),
                before.name(),
                before.organization(),
                ZoneId.of(zone),
                before.weekStart(),
                before.testAccountFilters(),
                before.groupTypes(),
                before.earliestEvent(),
                before.lakeVersion(),
                before.sideTables(),
                before.propertyDefinitions(),
                before.token(),
                before.layout());
    }
}
