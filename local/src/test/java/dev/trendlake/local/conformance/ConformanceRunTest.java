package dev.trendlake.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.intake.lake.GroupRow;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.lake.SideTableFiles;
import dev.trendlake.intake.load.LoadFailed;
import dev.trendlake.lake.CohortMember;
import dev.trendlake.local.dynamodb.LocalDynamoDb;
import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.stack.FunctionFailed;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.Stack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTables;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Real stores, and functions that answer what a test says. */
class ConformanceRunTest {
    private static final Path HOME = Path.of("target", "dynamodb-local");

    @TempDir Path folder;
    private LocalS3 s3;
    private LocalDynamoDb dynamoDb;

    @BeforeEach
    void start() {
        s3 = LocalS3.start(folder, 0);
        s3.createBucket("lake");
        dynamoDb = LocalDynamoDb.startInMemory(HOME, HOME.resolve("jars"), 0);
        try (StackClients clients = new StackClients(running())) {
            createTable(clients.dynamoDb(), "keys", "key_hash");
            createTable(clients.dynamoDb(), "projects", "project", "item");
            createTable(clients.dynamoDb(), "partitions", "project", "partition");
        }
    }

    @AfterEach
    void stop() {
        dynamoDb.close();
        s3.close();
    }

    @Test
    void runsEachCaseAsAProjectOfItsOwn() throws Exception {
        FakeFunctions functions = new FakeFunctions(running());
        List<Outcome> outcomes =
                new ConformanceRun(functions, Clock.systemUTC())
                        .run(
                                List.of(
                                        read("one", "2020-01-02T10:00:00Z"),
                                        read("two", "2020-01-03T10:00:00+01:00")));
        assertThat(outcomes)
                .extracting(Outcome::toString)
                .containsExactly(
                        "Passed[name=one › trend]",
                        "one › query: status: expected 400, was 200 {\"result\":[{\"count\":1}]}",
                        "two › trend: result[0].count: expected 1, was 2",
                        "two › query: no answer: dev.trendlake.local.stack.FunctionFailed: broken");
        assertThat(functions.called)
                .containsEntry("/api/projects/1/insights/trend", "POST/trend")
                .containsEntry("/api/projects/2/query", "POST/query");
    }

    @Test
    void keepsEverythingOfACase() throws Exception {
        new ConformanceRun(new FakeFunctions(running()), Clock.systemUTC())
                .run(List.of(read("one", "2020-01-02T10:00:00Z")));
        try (StackClients clients = new StackClients(running())) {
            DynamoDbClient client = clients.dynamoDb();
            var project = new DynamoDbProjects(client, "projects").find(1).orElseThrow();
            assertThat(project.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
            assertThat(project.earliestEvent()).isEqualTo(Instant.parse("2020-01-02T10:00:00Z"));
            assertThat(client.scan(request -> request.tableName("projects")).items())
                    .extracting(item -> Objects.requireNonNull(item.get("item")).s())
                    .containsExactlyInAnyOrder(
                            "settings",
                            "property_definitions",
                            "action#2",
                            "cohort#1",
                            "cohort#3",
                            "0000000000000000001");
            assertTables(clients, project.sideTables());
        }
    }

    private static void assertTables(StackClients clients, SideTables versions) throws Exception {
        SideTableFiles files = clients.sideTableFiles();
        List<PersonRow> persons = files.read(PersonRow.TABLE, 1, versions.persons());
        assertThat(persons)
                .extracting(row -> row.distinctId() + " " + row.properties())
                .containsExactly("d {\"p\":1}", "e {\"p\":1}");
        assertThat(persons).extracting(PersonRow::personId).containsOnly(persons.get(0).personId());
        assertThat(files.read(GroupRow.TABLE, 1, versions.groups()))
                .extracting(row -> row.typeIndex() + " " + row.key() + " " + row.properties())
                .containsExactly("0 g {\"p\":1.0}");
        assertThat(clients.memberFiles().read(1, versions.cohortPeople()))
                .containsExactly(new CohortMember(3, persons.get(0).personId()));
    }

    @Test
    void writesNoTableThatACaseDoesNotHave() throws Exception {
        JsonNode json =
                CaseJson.MAPPER.readTree(
                        """
                        {"id": "bare", "now": "2020-01-04T13:00:00Z", "requests": [
                          {"name": "trend", "method": "GET", "path": "insights/trend", "expect": {"status": 200}}]}
                        """);
        ConformanceCase bare = CaseReader.read("bare.json", json);
        new ConformanceRun(new FakeFunctions(running()), Clock.systemUTC()).run(List.of(bare));
        try (StackClients clients = new StackClients(running())) {
            assertThat(new DynamoDbProjects(clients.dynamoDb(), "projects").find(1).orElseThrow())
                    .extracting(Project::sideTables)
                    .isEqualTo(SideTables.none());
        }
    }

    @Test
    void refusesACaseWhoseEventsTheLakeCannotHold() {
        ConformanceRun run = new ConformanceRun(new FakeFunctions(running()), Clock.systemUTC());
        assertThatThrownBy(() -> run.run(List.of(read("old", "2009-01-01T00:00:00Z"))))
                .isInstanceOf(LoadFailed.class)
                .hasMessageStartingWith(
                        "old.json: of 1 events 0 were loaded; old.json:1: timestamp '2009");
    }

    private static ConformanceCase read(String id, String time) throws Exception {
        JsonNode json =
                CaseJson.MAPPER.readTree(
                        """
                        {'id': '%s', 'now': '2020-01-04T13:00:00Z', 'project': {'timezone': 'Asia/Tokyo'},
                         'persons': [{'distinct_ids': ['d', 'e'], 'properties': {'p': 1}}],
                         'cohorts': [{'id': 1, 'name': 'c', 'filters': {'a': 1}},
                           {'id': 3, 'is_static': true, 'static_distinct_ids': ['e', 'd']}],
                         'actions': [{'id': 2, 'name': 'a', 'steps': [{'event': 'e'}]}],
                         'groups': [{'type_index': 0, 'key': 'g', 'properties': {'p': 1.0}}],
                         'events': [{'event': 'e', 'distinct_id': 'd', 'timestamp': '%s', 'properties': {}}],
                         'requests': [
                           {'name': 'trend', 'method': 'POST', 'path': 'insights/trend', 'body': {}, 'expect': {'result': [{'count': 1}]}},
                           {'name': 'query', 'method': 'POST', 'path': 'query', 'body': {}, 'expect': {'status': 400}}]}
                        """
                                .formatted(id, time)
                                .replace('\'', '"'));
        return CaseReader.read(id + ".json", json);
    }

    private RunningStack running() {
        URI none = URI.create("http://127.0.0.1:1");
        return new RunningStack(
                none,
                none,
                dynamoDb.endpoint(),
                s3.endpoint(),
                none,
                none,
                none,
                "us-east-1",
                "lake",
                "lake",
                "events",
                "main",
                "keys",
                "projects",
                "results",
                "partitions",
                "");
    }

    private static void createTable(DynamoDbClient client, String name, String... keys) {
        List<String> names = List.of(keys);
        client.createTable(request ->
                request.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                names.stream()
                                        .map(key ->
                                                AttributeDefinition.builder()
                                                        .attributeName(key)
                                                        .attributeType(ScalarAttributeType.S)
                                                        .build())
                                        .toList())
                        .keySchema(
                                names.stream()
                                        .map(key ->
                                                KeySchemaElement.builder()
                                                        .attributeName(key)
                                                        .keyType(
                                                                names.indexOf(key) == 0
                                                                        ? KeyType.HASH
                                                                        : KeyType.RANGE)
                                                        .build())
                                        .toList()));
    }

    /**
     * Answers every request with a count that is the project's number; project 2 breaks at queries.
     */
    private static final class FakeFunctions implements Stack {
        private final RunningStack running;
        private final Map<String, String> called = new ConcurrentHashMap<>();

        private FakeFunctions(RunningStack running) {
            this.running = running;
        }

        @Override
        public RunningStack running() {
            return running;
        }

        @Override
        public String invoke(String function, String event) throws FunctionFailed {
            String path = pathOf(event);
            called.put(path, function);
            if (path.equals("/api/projects/2/query")) {
                throw new FunctionFailed("broken");
            }
            String body = "{\"result\":[{\"count\":%s}]}".formatted(path.split("/", -1)[3]);
            return CaseJson.MAPPER
                    .createObjectNode()
                    .put("statusCode", 200)
                    .put("body", body)
                    .toString();
        }

        @Override
        public String functionOf(String method, String path) {
            return method + path.substring(path.lastIndexOf('/'));
        }

        @Override
        public void close() {}

        private static String pathOf(String event) throws FunctionFailed {
            try {
                return CaseJson.MAPPER.readTree(event).path("rawPath").textValue();
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new FunctionFailed("no JSON: " + e.getMessage());
            }
        }
    }
}
