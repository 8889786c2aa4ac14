package dev.trendlake.intake.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.aws.dynamodb.DynamoDbAnnouncedChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionChanges;
import dev.trendlake.aws.dynamodb.DynamoDbPartitionVersions;
import dev.trendlake.aws.dynamodb.DynamoDbPropertyColumns;
import dev.trendlake.intake.lake.DayLeases.DayLease;
import dev.trendlake.intake.lake.DynamoDayLeases;
import dev.trendlake.intake.load.ColumnsChanged;
import dev.trendlake.intake.load.EventImport;
import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.load.LoadReport;
import dev.trendlake.intake.load.LoadedLake;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.RowTaker;
import dev.trendlake.lake.AnnouncedChanges;
import dev.trendlake.lake.LakePartition;
import dev.trendlake.lake.ToldChanges;
import dev.trendlake.plan.LakeTables;
import dev.trendlake.plan.TrendPlanner;
import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTables;
import dev.trendlake.request.RequestJson;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.sql.SqlRenderer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files are merged and renewed, and every question counts each event once at any moment. */
class CompactionTest {
    private static final LocalDate DAY = LocalDate.parse("2020-01-02");
    private static final Duration HOUR = Duration.ofMinutes(61);
    private static final WatchedClient.Watcher NOBODY =
            new WatchedClient.Watcher() {
                @Override
                public void before() {}

                @Override
                public void after() {}
            };

    private static LoadedLake lake;
    private static S3Client s3;
    private static DynamoDbClient dynamoDb;

    private Duration passed = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(passed);

    /** What a process that is killed does no more. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        lake = new LoadedLake(folder);
        s3 = lake.clients().s3();
        dynamoDb = lake.clients().dynamoDb();
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @BeforeEach
    void startClock() {
        passed = Duration.ZERO;
        lake.told();
    }

    @Test
    void mergesTheFilesOfAClosedDayIntoOneWithTheSameRows() throws Exception {
        load(1, 30, 7);
        lake.load(1, source("large", DAY, 5_000));
        List<String> before = allRows(1);
        assertThat(before).hasSize(30 * 7 + 5_000);
        assertThat(keys(1)).hasSize(31);

        compact(1, NOBODY);
        passed = HOUR;
        compact(1, NOBODY);

        assertThat(keys(1)).hasSize(1);
        assertThat(allRows(1)).isEqualTo(before);
        assertThat(counted(1)).contains("\"2020-01-02\":5210");
        List<String> once = keys(1);
        compact(1, NOBODY);
        assertThat(keys(1)).isEqualTo(once);
        assertThat(lake.project(1).layout().leftOut()).isEmpty();
    }

    @Test
    void countsEachEventOnceAtEachStep() throws Exception {
        load(2, 5, 3);
        List<String> counts = new ArrayList<>();
        WatchedClient.Watcher counting =
                new WatchedClient.Watcher() {
                    @Override
                    public void before() {}

                    @Override
                    public void after() {
                        counts.add(countedNow(2));
                    }
                };

        compact(2, counting);
        int merged = counts.size();
        passed = HOUR;
        compact(2, counting);

        // The lease, both announcements, the file, the exchange, the lease; then five files are
        // announced and go.
        assertThat(merged).isEqualTo(6);
        assertThat(counts).hasSizeGreaterThanOrEqualTo(merged + 1 + 5 + 3);
        assertThat(counts).allMatch(count -> count.contains("\"2020-01-02\":15"));
    }

    @Test
    void losesAndDoublesNothingAndRaisesNoVersionWhenItIsKilledAnywhere() throws Exception {
        int kills = 0;
        boolean isKilled = true;
        while (isKilled) {
            long project = 20L + kills;
            load(project, 4, 2);
            // Each load has raised the day itself.
            assertThat(versionOf(project)).isEqualTo(4);
            assertThat(raised()).isEmpty();
            passed = Duration.ZERO;
            isKilled = isKilledAt(project, kills);
            assertThat(counted(project)).contains("\"2020-01-02\":8");
            assertThat(raised()).as("killed at %d", kills).isEmpty();
            passed = passed.plusMinutes(4);
            compact(project, NOBODY);
            assertThat(raised()).as("killed at %d", kills).isEmpty();
            assertThat(counted(project)).contains("\"2020-01-02\":8");
            passed = passed.plus(HOUR);
            compact(project, NOBODY);
            assertThat(counted(project)).contains("\"2020-01-02\":8");
            assertThat(keys(project)).as("killed at %d", kills).hasSize(1);
            assertThat(raised()).as("killed at %d", kills).isEmpty();
            assertThat(versionOf(project)).as("killed at %d", kills).isEqualTo(4);
            assertThat(lake.project(project).layout().leftOut()).isEmpty();
            kills++;
        }
        assertThat(kills).isGreaterThan(10);
    }

    private boolean isKilledAt(long project, int change) throws Exception {
        int[] changes = new int[1];
        WatchedClient.Watcher killer =
                new WatchedClient.Watcher() {
                    @Override
                    public void before() {
                        if (changes[0]++ >= change) {
                            throw new Killed();
                        }
                    }

                    @Override
                    public void after() {}
                };
        try {
            compact(project, killer);
            passed = HOUR;
            compact(project, killer);
            return false;
        } catch (Killed e) {
            return true;
        }
    }

    @Test
    void leavesTodayAndDaysThatAnotherChanges() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int file = 0; file < 5; file++) {
            lake.load(3, source("today" + file, today, 1));
        }
        load(3, 5, 1);
        List<String> before = keys(3);

        try (DayLease _ =
                new DynamoDayLeases(dynamoDb, "projects", clock).take(3, DAY).orElseThrow()) {
            compact(3, NOBODY);
        }

        assertThat(keys(3)).isEqualTo(before).hasSize(10);
    }

    @Test
    void doublesNothingWhenAMergedSourceIsImportedAgain() throws Exception {
        load(4, 4, 3);
        compact(4, NOBODY);
        forgetImports(4);
        load(4, 4, 3);
        // More of the same source than an import that broke off had written.
        assertThat(counted(4)).contains("\"2020-01-02\":12");
        passed = HOUR;
        compact(4, NOBODY);
        forgetImports(4);
        load(4, 4, 3);
        assertThat(counted(4)).contains("\"2020-01-02\":12");
        assertThat(keys(4)).hasSize(1);
    }

    @Test
    void letsNoFileCountThatAnotherHasGivenUp() throws Exception {
        load(5, 4, 2);
        boolean[] isGivenUp = new boolean[1];
        WatchedClient.Watcher slow =
                new WatchedClient.Watcher() {
                    @Override
                    public void before() {}

                    @Override
                    public void after() {
                        if (keys(5).size() == 5 && !isGivenUp[0]) {
                            isGivenUp[0] = true;
                            new DayRewriting(
                                            new DayFiles(s3, "lake", announced(dynamoDb)),
                                            new DynamoLeftOutFiles(dynamoDb, "projects"),
                                            (_, _, _) -> "",
                                            clock)
                                    .sweep(5, DAY);
                        }
                    }
                };

        assertThatThrownBy(() -> compact(5, slow)).hasMessageContaining("another changes");
        assertThat(counted(5)).contains("\"2020-01-02\":8");
        assertThat(keys(5)).hasSize(4);
    }

    @Test
    void answersTheSameBeforeAndAfterFilesAreRenewed() throws Exception {
        load(6, 3, 400);
        DynamoDbPropertyColumns columns = new DynamoDbPropertyColumns(dynamoDb, "projects");
        String question = ", \"breakdown\": \"n\", \"breakdown_type\": \"event\"";
        List<String> before = lake.rows(statement(6, question)).stream().sorted().toList();
        assertThat(before).hasSize(7).allMatch(row -> row.contains("2020-01-02"));

        columns.add(6, ColumnProperty.parse("event:n"), LocalDate.now(ZoneOffset.UTC).plusDays(2));
        assertThat(lake.rows(statement(6, question)).stream().sorted()).isEqualTo(before);
        assertThat(statement(6, question)).contains("\"properties\"");
        long read = lake.bytesRead(statement(6, question));

        ColumnRenewal renewal = lake.clients().columnRenewal(Clock.systemUTC());
        List<LocalDate> days = new ArrayList<>();
        lake.told();
        renewal.run(6, listener(days));

        assertThat(days).containsExactly(DAY);
        assertThat(renewal.isDone(6)).isTrue();
        assertThat(raised()).isEmpty();
        assertThat(statement(6, question))
                .contains("\"property_0\"")
                .doesNotContain("\"properties\"");
        assertThat(lake.rows(statement(6, question)).stream().sorted()).isEqualTo(before);
        assertThat(lake.bytesRead(statement(6, question))).isLessThan(read / 2);
    }

    @Test
    void renewsTheDaysThatAreLeftWhenItWasStopped() throws Exception {
        for (int day = 1; day <= 4; day++) {
            lake.load(7, source("d" + day, LocalDate.of(2020, 1, day), 2));
        }
        new DynamoDbPropertyColumns(dynamoDb, "projects")
                .add(7, ColumnProperty.parse("event:n"), LocalDate.of(2030, 1, 1));
        ColumnRenewal renewal = lake.clients().columnRenewal(Clock.systemUTC());
        List<LocalDate> days = new ArrayList<>();

        assertThatThrownBy(() ->
                        renewal.run(
                                7,
                                listener(
                                        days,
                                        () -> {
                                            if (days.size() == 2) {
                                                throw new Killed();
                                            }
                                        })))
                .isInstanceOf(Killed.class);
        assertThat(renewal.isDone(7)).isFalse();
        renewal.run(7, listener(days));

        assertThat(days)
                .containsExactly(
                        LocalDate.of(2020, 1, 4),
                        LocalDate.of(2020, 1, 3),
                        LocalDate.of(2020, 1, 2),
                        LocalDate.of(2020, 1, 1));
        assertThat(renewal.isDone(7)).isTrue();
    }

    @Test
    void failsAnImportThatBeganBeforeAPropertyGotItsColumn() throws Exception {
        try (EventImport events =
                new EventImport(
                        lake.clients().lake(Clock.systemUTC()),
                        8,
                        "0123456789abcdef01234567",
                        ImportMemory.standard(),
                        _ -> {},
                        LoadListener.none())) {
            EventImport.reader()
                    .read(
                            source("before", DAY, 2),
                            new RowTaker() {
                                @Override
                                public void take(RowBatch batch) throws java.io.IOException {
                                    events.take(batch);
                                }

                                @Override
                                public void damaged(long row, String reason) {
                                    throw new AssertionError(reason);
                                }
                            });
            new DynamoDbPropertyColumns(dynamoDb, "projects")
                    .add(8, ColumnProperty.parse("event:n"), LocalDate.of(2030, 1, 1));

            assertThatThrownBy(events::write).isInstanceOf(ColumnsChanged.class);
        }
        assertThat(keys(8)).isEmpty();
        assertThat(lake.load(8, source("before", DAY, 2))).isEqualTo(new LoadReport(2, 0, 0));
    }

    private void compact(long project, WatchedClient.Watcher watcher) throws Exception {
        S3Client watchedS3 = WatchedClient.of(S3Client.class, s3, watcher);
        DynamoDbClient watchedDynamoDb = WatchedClient.of(DynamoDbClient.class, dynamoDb, watcher);
        DayFiles files = new DayFiles(watchedS3, "lake", announced(watchedDynamoDb));
        DynamoLeftOutFiles leftOut = new DynamoLeftOutFiles(watchedDynamoDb, "projects");
        EventMerge merge =
                new EventMerge(new DynamoDbPropertyColumns(watchedDynamoDb, "projects")::of);
        new Compaction(
                        files,
                        leftOut,
                        new DayRewriting(files, leftOut, merge, clock),
                        new DynamoDayLeases(watchedDynamoDb, "projects", clock),
                        clock)
                .run(project, () -> true, (_, _, _, _) -> {});
    }

    /** What is raised by what S3 has told of since this was asked. */
    private Set<LakePartition> raised() {
        return new ToldChanges(
                        new DynamoDbPartitionChanges(dynamoDb, "partitions"), announced(dynamoDb))
                .take(lake.told());
    }

    private static long versionOf(long project) {
        YearMonth month = YearMonth.from(DAY);
        return new DynamoDbPartitionVersions(dynamoDb, "partitions")
                .read(project, month, month, SideTables.none())
                .of(DAY);
    }

    private AnnouncedChanges announced(DynamoDbClient client) {
        return new DynamoDbAnnouncedChanges(client, "partitions", clock);
    }

    private static ColumnRenewal.Listener listener(List<LocalDate> days) {
        return listener(days, () -> {});
    }

    private static ColumnRenewal.Listener listener(List<LocalDate> days, Runnable then) {
        return new ColumnRenewal.Listener() {
            @Override
            public void day(LocalDate day, int number, int of, RewriteReport report) {
                days.add(day);
                then.run();
            }

            @Override
            public void waiting(int files) {
                throw new AssertionError(files + " files");
            }
        };
    }

    private static void load(long project, int files, int rows) throws Exception {
        for (int file = 0; file < files; file++) {
            lake.load(project, source("file" + file, DAY, rows));
        }
    }

    private static EventSource source(String name, LocalDate day, int rows) {
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            lines.append(
                    """
                    {"uuid":"%1$s-%2$d","event":"e%3$d","distinct_id":"d%2$d","person_id":"p%3$d",\
                    "timestamp":"%4$sT%5$02d:00:00.%6$03dZ","elements_chain":"c",\
                    "properties":{"n":%3$d,"text":"%7$s","$session_id":"s%2$d"},"person_properties":{"plan":"%3$d"}}
                    """
                            .formatted(
                                    name,
                                    row,
                                    row % 7,
                                    day,
                                    row % 24,
                                    row % 1000,
                                    Long.toHexString(row * 0x9E3779B97F4A7C15L)));
        }
        return EventSource.of(name, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void forgetImports(long project) {
        s3
                .listObjectsV2Paginator(request ->
                        request.bucket("lake").prefix("imports/project_id=%d/".formatted(project)))
                .contents()
                .stream()
                .toList()
                .forEach(
                        mark -> s3.deleteObject(request -> request.bucket("lake").key(mark.key())));
    }

    private static List<String> keys(long project) {
        return s3
                .listObjectsV2Paginator(request ->
                        request.bucket("lake").prefix("events/project_id=%d/".formatted(project)))
                .contents()
                .stream()
                .map(S3Object::key)
                .sorted()
                .toList();
    }

    private static List<String> allRows(long project) throws InterruptedException {
        return lake.rows(
                """
                SELECT to_hex(md5(to_utf8(json_format(cast(ROW(event, quarter, person_key, cast("timestamp" AS varchar),
                  session_id, group_0, uuid, distinct_id, person_id, elements_chain, person_properties, properties) AS json))))) hash,
                  count(*)
                FROM events WHERE project_id = '%d' AND day = '2020-01-02' GROUP BY 1 ORDER BY 1\
                """
                        .formatted(project));
    }

    private static String counted(long project) throws InterruptedException {
        return String.join("\n", lake.rows(statement(project, "")));
    }

    private static String countedNow(long project) {
        try {
            return counted(project);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String statement(long id, String more) {
        Project project = lake.project(id);
        ObjectNode question =
                (ObjectNode)
                        RequestJson.parse(
                                        "{\"events\": [{\"id\": null}], \"date_from\":"
                                                + " \"2020-01-01\","
                                                + " \"date_to\": \"2020-01-04\"%s}".formatted(more))
                                .orElseThrow();
        return SqlRenderer.render(
                new TrendPlanner(LakeTables.usual())
                        .plan(
                                new TrendFilterReader()
                                        .read(
                                                new RequestParameters(
                                                        JsonNodeFactory.instance.objectNode(),
                                                        question),
                                                project,
                                                Definitions.none(),
                                                Instant.parse("2026-11-27T00:00:00Z")),
                                project)
                        .statement());
    }
}
