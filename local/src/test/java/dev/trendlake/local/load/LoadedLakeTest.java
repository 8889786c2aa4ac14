package dev.trendlake.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.local.athena.GlueColumn;
import dev.trendlake.local.athena.GlueTable;
import dev.trendlake.local.athena.LocalAthena;
import dev.trendlake.local.athena.WorkGroup;
import dev.trendlake.local.dynamodb.LocalDynamoDb;
import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** What was loaded, as the engine reads it. */
class LoadedLakeTest {
    private static final Path HOME = Path.of("target", "dynamodb-local");

    private static final EventSource WEBLOG =
            new EventSource(
                    "weblog",
                    () ->
                            Objects.requireNonNull(
                                    LoadedLakeTest.class.getResourceAsStream(
                                            "/demo/weblog-2015-05.jsonl.gz")));

    @TempDir static Path folder;
    private static LocalS3 s3;
    private static LocalAthena athena;
    private static LocalDynamoDb dynamoDb;
    private static StackClients clients;

    @BeforeAll
    static void start() {
        Path buckets = folder.resolve("buckets");
        s3 = LocalS3.start(buckets, 0);
        s3.createBucket("lake");
        s3.createBucket("results");
        athena = LocalAthena.start(buckets, folder.resolve("metastore"), 0);
        athena.createTable(table());
        athena.createWorkGroup(new WorkGroup("main", "s3://results/", 0, true));
        dynamoDb = LocalDynamoDb.startInMemory(HOME, HOME.resolve("jars"), 0);
        clients = new StackClients(stack());
        createProjects();
    }

    @AfterAll
    static void stop() {
        clients.close();
        dynamoDb.close();
        athena.close();
        s3.close();
    }

    @Test
    void givesTheCountsOfTheWebLogOnce() throws Exception {
        LoadReport first = load(1, WEBLOG);
        assertThat(first).isEqualTo(new LoadReport(9_999, 0, 0));
        assertThat(load(1, WEBLOG)).isEqualTo(new LoadReport(0, 9_999, 0));
        assertThat(
                        rows(
                                """
                                SELECT day, count(*), count_if(event = '$pageview'),
                                  count(DISTINCT CASE WHEN event = '$pageview' THEN person_key END),
                                  count_if(cast(date("timestamp") AS varchar) <> day),
                                  count_if(person_key <> from_big_endian_64(xxhash64(to_utf8(person_id))))
                                FROM events
                                WHERE project_id = '1' AND day BETWEEN '2015-05-16' AND '2015-05-21'
                                GROUP BY day ORDER BY day\
                                """))
                .containsExactly(
                        "2015-05-17 1632 613 228 0 0",
                        "2015-05-18 2893 1005 380 0 0",
                        "2015-05-19 2896 847 379 0 0",
                        "2015-05-20 2578 709 330 0 0");
        assertThat(earliest(1)).isEqualTo("2015-05-17T10:05:00Z");
    }

    @Test
    void keepsEveryColumnToTheMillisecond() throws Exception {
        load(
                2,
                EventSource.of(
                        "one",
                        """
                        {"uuid":"u","event":"e","distinct_id":"d","person_id":"p","elements_chain":"c",\
                        "timestamp":"2020-02-29T23:59:59.9996Z","properties":{"$session_id":"s","$group_4":"g","n":1.50},\
                        "person_properties":{"plan":"größe"}}\
                        """
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(
                        rows(
                                """
                                SELECT event, to_unixtime("timestamp") * 1000, session_id, group_0, group_4, distinct_id,
                                  person_id, uuid, elements_chain, json_extract_scalar(person_properties, '$.plan'),
                                  json_extract_scalar(properties, '$["n"]'), properties
                                FROM events WHERE project_id = '2' AND day = '2020-02-29'\
                                """))
                .containsExactly(
                        "e 1.583020799999E12 s null g d p u c größe 1.50"
                                + " {\"$session_id\":\"s\",\"$group_4\":\"g\",\"n\":1.50}");
    }

    @Test
    void lowersTheEarliestEventAndNeverRaisesIt() throws Exception {
        DynamoProjectTimes times = new DynamoProjectTimes(clients.dynamoDb(), "projects");
        times.lowerEarliestEvent(3, Instant.parse("2020-01-02T00:00:00.500Z"));
        assertThat(earliest(3)).isEqualTo("2020-01-02T00:00:00.500Z");
        times.lowerEarliestEvent(3, Instant.parse("2020-01-02T00:00:00.501Z"));
        assertThat(earliest(3)).isEqualTo("2020-01-02T00:00:00.500Z");
        times.lowerEarliestEvent(3, Instant.parse("2020-01-02T00:00:00Z"));
        assertThat(earliest(3)).isEqualTo("2020-01-02T00:00:00Z");
        assertThat(times.exists(3)).isTrue();
        assertThat(times.exists(4)).isFalse();
        times.lowerEarliestEvent(4, Instant.parse("2020-01-02T00:00:00Z"));
        assertThat(times.exists(4)).isFalse();
    }

    private static LoadReport load(long project, EventSource source) throws LoadFailed {
        return clients.loader(Clock.systemUTC())
                .load(project, List.of(source), BadLines.FATAL, LoadListener.none());
    }

    private static Instant earliest(long project) {
        return new DynamoDbProjects(clients.dynamoDb(), "projects")
                .find(project)
                .map(Project::earliestEvent)
                .orElseThrow();
    }

    private static List<String> rows(String sql) throws InterruptedException {
        try (AthenaClient client = clients.athena()) {
            String id =
                    client.startQueryExecution(request ->
                                    request.queryString(sql)
                                            .workGroup("main")
                                            .queryExecutionContext(
                                                    context -> context.database("lake")))
                            .queryExecutionId();
            while (true) {
                var status =
                        client.getQueryExecution(request -> request.queryExecutionId(id))
                                .queryExecution()
                                .status();
                if (status.state() == QueryExecutionState.SUCCEEDED) {
                    return client
                            .getQueryResults(request -> request.queryExecutionId(id))
                            .resultSet()
                            .rows()
                            .stream()
                            .skip(1)
                            .map(LoadedLakeTest::text)
                            .toList();
                }
                assertThat(status.stateChangeReason()).isNull();
                Thread.sleep(20);
            }
        }
    }

    private static String text(Row row) {
        return row.data().stream()
                .map(Datum::varCharValue)
                .map(Objects::toString)
                .collect(Collectors.joining(" "));
    }

    private static GlueTable table() {
        return new GlueTable(
                "lake",
                "events",
                "s3://lake/events/",
                EventColumns.all().stream()
                        .map(column -> new GlueColumn(column.name(), column.glueType()))
                        .toList(),
                List.of(new GlueColumn("project_id", "string"), new GlueColumn("day", "string")),
                Map.of(
                        "projection.enabled", "true",
                        "projection.project_id.type", "injected",
                        "projection.day.type", "date",
                        "projection.day.format", "yyyy-MM-dd",
                        "projection.day.range", "2010-01-01,NOW+1DAYS",
                        "storage.location.template",
                                "s3://lake/events/project_id=${project_id}/day=${day}/",
                        "classification", "parquet"));
    }

    private static void createProjects() {
        DynamoDbClient client = clients.dynamoDb();
        client.createTable(request ->
                request.tableName("projects")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute("project"), attribute("item"))
                        .keySchema(key("project", KeyType.HASH), key("item", KeyType.RANGE)));
        for (long id = 1; id <= 3; id++) {
            new DynamoDbProjects(client, "projects")
                    .save(
                            new Project(
                                    id,
                                    "test",
                                    "",
                                    ZoneId.of("UTC"),
                                    DayOfWeek.SUNDAY,
                                    "[]",
                                    List.of(),
                                    Project.NO_EVENT_YET,
                                    0,
                                    SideTables.none(),
                                    PropertyDefinitions.none()));
        }
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static RunningStack stack() {
        return new RunningStack(
                URI.create("http://127.0.0.1:1"),
                athena.endpoint(),
                dynamoDb.endpoint(),
                s3.endpoint(),
                URI.create("http://127.0.0.1:1"),
                "us-east-1",
                "lake",
                "lake",
                "events",
                "main",
                "keys",
                "projects",
                "results");
    }
}
