package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.intake.lake.GroupRow;
import dev.trendlake.intake.lake.LakeColumn;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.lake.SideTable;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.lake.LakeKey;
import dev.trendlake.lake.ObjectChange.Kind;
import dev.trendlake.lake.ToldChange;
import dev.trendlake.local.athena.GlueColumn;
import dev.trendlake.local.athena.GlueFormat;
import dev.trendlake.local.athena.GlueTable;
import dev.trendlake.local.athena.LocalAthena;
import dev.trendlake.local.athena.WorkGroup;
import dev.trendlake.local.dynamodb.LocalDynamoDb;
import dev.trendlake.local.s3.LocalS3;
import dev.trendlake.local.s3.ObjectChange;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.StackClients;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.SideTables;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
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

/** The services that a loaded lake is read through, and projects without events. */
public final class LoadedLake implements AutoCloseable {
    private static final Path HOME = Path.of("target", "dynamodb-local");

    private final Queue<ObjectChange> told = new ConcurrentLinkedQueue<>();
    private final LocalS3 s3;
    private final LocalAthena athena;
    private final LocalDynamoDb dynamoDb;
    private final StackClients clients;

    /** Starts them. */
    public LoadedLake(Path folder) {
        Path buckets = folder.resolve("buckets");
        s3 = LocalS3.start(buckets, 0, told::add);
        s3.createBucket("lake");
        s3.createBucket("results");
        athena = LocalAthena.start(buckets, folder.resolve("metastore"), 0);
        athena.createTable(events());
        athena.createTable(beside(PersonRow.TABLE));
        athena.createTable(beside(GroupRow.TABLE));
        athena.createTable(cohortPeople());
        athena.createWorkGroup(new WorkGroup("main", "s3://results/", 0, true));
        dynamoDb = LocalDynamoDb.startInMemory(HOME, HOME.resolve("jars"), 0);
        clients = new StackClients(stack());
        createProjects();
    }

    /** The clients of the services. */
    public StackClients clients() {
        return clients;
    }

    /** A project as it is now. */
    public Project project(long id) {
        return new DynamoDbProjects(clients.dynamoDb(), "projects").find(id).orElseThrow();
    }

    /** What S3 has told of the objects that statements read, since this was asked. */
    public List<ToldChange> told() {
        List<ToldChange> changes = new ArrayList<>();
        for (ObjectChange next = told.poll(); next != null; next = told.poll()) {
            Kind kind =
                    switch (next) {
                        case ObjectChange.Created _ -> Kind.CREATED;
                        case ObjectChange.Deleted _ -> Kind.REMOVED;
                    };
            var change = new dev.trendlake.lake.ObjectChange(kind, next.key());
            String sequence = Integer.toString(changes.size());
            LakeKey.partitionOf(next.key())
                    .ifPresent(
                            partition -> changes.add(new ToldChange(partition, change, sequence)));
        }
        return changes;
    }

    /** Loads a source. */
    public LoadReport load(long project, EventSource source) throws LoadFailed {
        return clients.loader(Clock.systemUTC())
                .load(project, List.of(source), BadLines.FATAL, LoadListener.none());
    }

    /** The rows of a statement, with blanks between values. */
    public List<String> rows(String sql) throws InterruptedException {
        try (AthenaClient client = clients.athena()) {
            String id = run(client, sql);
            return client.getQueryResultsPaginator(request -> request.queryExecutionId(id)).stream()
                    .flatMap(page -> page.resultSet().rows().stream())
                    .skip(1)
                    .map(LoadedLake::text)
                    .toList();
        }
    }

    /** How many bytes a statement reads. */
    public long bytesRead(String sql) throws InterruptedException {
        try (AthenaClient client = clients.athena()) {
            String id = run(client, sql);
            return client.getQueryExecution(request -> request.queryExecutionId(id))
                    .queryExecution()
                    .statistics()
                    .dataScannedInBytes();
        }
    }

    private static String run(AthenaClient client, String sql) throws InterruptedException {
        String id =
                client.startQueryExecution(request ->
                                request.queryString(sql)
                                        .workGroup("main")
                                        .queryExecutionContext(context -> context.database("lake")))
                        .queryExecutionId();
        while (true) {
            var status =
                    client.getQueryExecution(request -> request.queryExecutionId(id))
                            .queryExecution()
                            .status();
            if (status.state() == QueryExecutionState.SUCCEEDED) {
                return id;
            }
            assertThat(status.stateChangeReason()).isNull();
            Thread.sleep(20);
        }
    }

    private static String text(Row row) {
        return row.data().stream()
                .map(Datum::varCharValue)
                .map(Objects::toString)
                .collect(Collectors.joining(" "));
    }

    private static GlueTable events() {
        return new GlueTable(
                "lake",
                "events",
                "s3://lake/events/",
                columns(EventColumns.all()),
                List.of(new GlueColumn("project_id", "string"), new GlueColumn("day", "string")),
                GlueFormat.parquet(),
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

    private static GlueTable beside(SideTable<?> table) {
        return beside(table.name().word(), columns(table.columns()), GlueFormat.parquet());
    }

    private static GlueTable cohortPeople() {
        return beside(
                "cohort_people",
                List.of(
                        new GlueColumn("cohort_id", "bigint"),
                        new GlueColumn("person_key", "bigint"),
                        new GlueColumn("person_id", "string")),
                GlueFormat.jsonLines());
    }

    private static GlueTable beside(String name, List<GlueColumn> columns, GlueFormat format) {
        return new GlueTable(
                "lake",
                name,
                "s3://lake/%s/".formatted(name),
                columns,
                List.of(
                        new GlueColumn("project_id", "string"),
                        new GlueColumn("version", "string")),
                format,
                Map.of(
                        "projection.enabled", "true",
                        "projection.project_id.type", "injected",
                        "projection.version.type", "injected",
                        "storage.location.template",
                                "s3://lake/%s/project_id=${project_id}/version=${version}/"
                                        .formatted(name)));
    }

    private static List<GlueColumn> columns(List<? extends LakeColumn<?>> columns) {
        return columns.stream()
                .map(column -> new GlueColumn(column.name(), column.glueType()))
                .toList();
    }

    private void createProjects() {
        DynamoDbClient client = clients.dynamoDb();
        client.createTable(request ->
                request.tableName("partitions")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute("project"), attribute("partition"))
                        .keySchema(key("project", KeyType.HASH), key("partition", KeyType.RANGE)));
        client.createTable(request ->
                request.tableName("projects")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute("project"), attribute("item"))
                        .keySchema(key("project", KeyType.HASH), key("item", KeyType.RANGE)));
        for (long id = 1; id <= 60; id++) {
            new DynamoDbProjects(client, "projects")
                    .save(
                            new Project(
                                    id,
                                    "test",
                                    "",
                                    ZoneId.of("UTC"),
                                    DayOfWeek.SUNDAY,
                                    "[]",
                                    List.of("company", "team"),
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

    private RunningStack stack() {
        return new RunningStack(
                URI.create("http://127.0.0.1:1"),
                athena.endpoint(),
                dynamoDb.endpoint(),
                s3.endpoint(),
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:1"),
                URI.create("http://127.0.0.1:1"),
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

    @Override
    public void close() {
        clients.close();
        dynamoDb.close();
        athena.close();
        s3.close();
    }
}
