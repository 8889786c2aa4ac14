package dev.trendlake.intake.imports;

import dev.trendlake.intake.lake.DayLeases;
import dev.trendlake.intake.lake.DynamoDayLeases;
import dev.trendlake.intake.lake.PatientLeases;
import dev.trendlake.intake.lake.RaisedVersions;
import dev.trendlake.intake.lake.SideTableFiles;
import dev.trendlake.intake.lake.SideTableStore;
import dev.trendlake.intake.lake.VersionsInMemory;
import dev.trendlake.intake.load.ColumnRegister;
import dev.trendlake.intake.load.FakeProjects;
import dev.trendlake.intake.load.LakeAccess;
import dev.trendlake.intake.load.LocalBucket;
import dev.trendlake.intake.load.NameRegister;
import dev.trendlake.lake.PartitionChanges;
import dev.trendlake.local.dynamodb.LocalDynamoDb;
import dev.trendlake.local.stack.StackClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket and a table that imports write to; what is in the files is read by DuckDB. */
final class ImportedLake implements AutoCloseable {
    static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private static final Path HOME = Path.of("target", "dynamodb-local");

    private final Path folder;
    private final LocalBucket bucket;
    private final LocalDynamoDb dynamoDb;
    private final DynamoDbClient client;
    private final RaisedVersions raised = new RaisedVersions();

    ImportedLake(Path folder) {
        this.folder = folder;
        bucket = new LocalBucket(folder.resolve("buckets"));
        dynamoDb = LocalDynamoDb.startInMemory(HOME, HOME.resolve("jars"), 0);
        client = StackClients.dynamoDb(dynamoDb.endpoint());
        client.createTable(request ->
                request.tableName("projects")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attribute("project"), attribute("item"))
                        .keySchema(key("project", KeyType.HASH), key("item", KeyType.RANGE)));
    }

    S3Client s3() {
        return bucket.client();
    }

    DayLeases leases() {
        return new DynamoDayLeases(client, "projects", Clock.systemUTC());
    }

    LakeAccess access(S3Client s3) {
        return access(s3, leases());
    }

    LakeAccess access(PartitionChanges changes) {
        return access(s3(), leases(), changes);
    }

    LakeAccess patient() {
        return access(s3(), new PatientLeases(leases(), Duration.ofSeconds(60)));
    }

    private LakeAccess access(S3Client s3, DayLeases leases) {
        return access(s3, leases, raised);
    }

    private static LakeAccess access(S3Client s3, DayLeases leases, PartitionChanges changes) {
        return new LakeAccess(
                s3,
                LocalBucket.NAME,
                new FakeProjects(),
                new SideTableStore(
                        new SideTableFiles(s3, LocalBucket.NAME),
                        new VersionsInMemory(),
                        changes,
                        Clock.systemUTC()),
                NameRegister.none(),
                ColumnRegister.none(),
                changes,
                leases,
                Clock.systemUTC());
    }

    /** How often the versions of partitions were raised, by folder. */
    Map<String, Integer> raised() {
        return raised.all();
    }

    List<String> keys(String prefix) {
        return bucket.keys().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    /** Removes everything. */
    void forget() {
        bucket.keys()
                .forEach(key ->
                        s3().deleteObject(request -> request.bucket(LocalBucket.NAME).key(key)));
    }

    /** The uuids of all events, in their order. */
    List<String> uuids() throws Exception {
        List<String> uuids = new ArrayList<>();
        int number = 0;
        for (String key : keys("events/")) {
            Path copy = folder.resolve("copy-%d.parquet".formatted(number++));
            Files.write(
                    copy,
                    s3().getObjectAsBytes(request -> request.bucket(LocalBucket.NAME).key(key))
                            .asByteArray());
            uuids.addAll(uuids(copy));
        }
        return uuids.stream().sorted().toList();
    }

    private static List<String> uuids(Path file) throws SQLException {
        List<String> uuids = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT uuid FROM '%s'".formatted(file))) {
            while (rows.next()) {
                uuids.add(rows.getString(1));
            }
        }
        return uuids;
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

    @Override
    public void close() {
        client.close();
        dynamoDb.close();
        bucket.close();
    }
}
