package dev.trendlake.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.aws.dynamodb.DynamoDbPartitionVersions;
import dev.trendlake.cache.LakeVersions;
import dev.trendlake.intake.compact.Compaction;
import dev.trendlake.intake.compact.RewriteReport;
import dev.trendlake.intake.load.BadLines;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.local.queue.Delivery;
import dev.trendlake.local.queue.LocalQueue;
import dev.trendlake.local.queue.Message;
import dev.trendlake.project.SideTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects of the lake: from S3 through rule and queue into the packaged function. */
@ExtendWith(WholeStackExtension.class)
final class ChangedPartitionsIT {
    // The process of a function starts within seconds on a busy machine.
    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final Duration UNTIL_GIVEN_UP = Duration.ofMinutes(1);
    private static final YearMonth MONTH = YearMonth.of(2020, 1);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 2);

    private final WholeStack stack;

    ChangedPartitionsIT(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void raisesADayWhenAnObjectIsPutByHandAndWhenItIsRemoved() throws Exception {
        String key = "events/project_id=8201/day=2020-01-02/by hand+ü.parquet";

        put(key);
        await(() -> version(8201, DAY), 1);
        remove(key);
        await(() -> version(8201, DAY), 2);

        assertThat(versions(8201, SideTables.none()).days()).containsOnlyKeys(DAY);
    }

    @Test
    void raisesTheVersionOfATableBesideTheEvents() throws Exception {
        SideTables tables = new SideTables(3, 0, 5);

        put("persons/project_id=8202/version=3/by-hand.parquet");
        put("cohort_people/project_id=8202/version=5/members.json.gz");

        await(() -> versions(8202, tables).persons(), 1);
        await(() -> versions(8202, tables).cohortPeople(), 1);
        assertThat(versions(8202, new SideTables(2, 0, 6)).persons()).isZero();
    }

    @Test
    void raisesEachDayThatIsToldOfTwiceAndOutOfOrder() throws Exception {
        queue("PartitionQueue").deliver(Delivery.twiceAndShuffled(new Random(1)));
        try {
            for (int number = 0; number < 12; number++) {
                put("events/project_id=8203/day=2020-01-%02d/a".formatted(1 + number % 3));
            }
            awaitEmpty("PartitionQueue");
        } finally {
            queue("PartitionQueue").deliver(Delivery.USUAL);
        }

        assertThat(versions(8203, SideTables.none()).days())
                .containsOnlyKeys(
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2020, 1, 2),
                        LocalDate.of(2020, 1, 3))
                .allSatisfy((_, version) -> assertThat(version).isBetween(1L, 8L));
    }

    @Test
    void leavesAloneWhatNoStatementReads() throws Exception {
        put("events/project_id=8204/day=2020-01-02/_SUCCESS");
        put("events/project_id=8204/readme.txt");

        awaitEmpty("PartitionQueue");

        assertThat(versions(8204, SideTables.none()).days()).isEmpty();
    }

    @Test
    void raisesAtOnceTheDaysThatALoadWroteAndNoOther() throws Exception {
        KeptProject project = KeptProject.make(stack, 8205);

        Map<LocalDate, Long> atOnce = versions(project.id(), SideTables.none()).days();

        assertThat(atOnce)
                .containsOnlyKeys(
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2020, 1, 2),
                        LocalDate.of(2020, 1, 3))
                .allSatisfy((_, version) -> assertThat(version).isPositive());
        awaitEmpty("PartitionQueue");
        Map<LocalDate, Long> settled = versions(project.id(), SideTables.none()).days();
        load(project.id(), "one day more", DAY);
        awaitEmpty("PartitionQueue");

        assertThat(versions(project.id(), SideTables.none()).days())
                .hasSize(3)
                .containsEntry(LocalDate.of(2020, 1, 1), settled.get(LocalDate.of(2020, 1, 1)))
                .containsEntry(LocalDate.of(2020, 1, 3), settled.get(LocalDate.of(2020, 1, 3)))
                .hasEntrySatisfying(
                        DAY, version -> assertThat(version).isGreaterThan(settled.get(DAY)));
    }

    @Test
    void leavesTheVersionOfADayAsItWasWhenItsFilesAreMerged() throws Exception {
        KeptProject project = KeptProject.make(stack, 8206);
        for (int file = 0; file < 4; file++) {
            load(project.id(), "file " + file, DAY);
        }
        awaitEmpty("PartitionQueue");
        Map<LocalDate, Long> before = versions(project.id(), SideTables.none()).days();
        List<RewriteReport> reports = new ArrayList<>();

        compact(project.id(), Clock.systemUTC(), reports);
        compact(project.id(), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61)), reports);

        assertThat(reports).extracting(RewriteReport::replaced).contains(5);
        awaitEmpty("PartitionQueue");
        assertThat(keys("events/project_id=8206/day=2020-01-02/")).hasSize(1);
        assertThat(versions(project.id(), SideTables.none()).days()).isEqualTo(before);
    }

    @Test
    void keepsAMessageThatCanNotBeReadAsADeadLetter() throws Exception {
        queue("PartitionQueue").send("no event of project 8207");
        put("events/project_id=8207/day=2020-01-02/a");

        await(() -> version(8207, DAY), 1);
        await(() -> queue("PartitionDeadLetters").all().size(), 1, UNTIL_GIVEN_UP);

        assertThat(queue("PartitionDeadLetters").all())
                .extracting(Message::body)
                .containsExactly("no event of project 8207");
        Optional<Message> dead = queue("PartitionDeadLetters").receive(Duration.ofMinutes(1));
        queue("PartitionDeadLetters").delete(dead.orElseThrow().receipt());
    }

    @Test
    void answersAPayloadOfTheFolderWithTheMessageThatCanNotBeRead() throws Exception {
        LocalDate day = LocalDate.of(2015, 5, 17);
        long before = versions(1, YearMonth.from(day), SideTables.none()).of(day);

        String answer =
                stack.stack()
                        .invoke(
                                "PartitionChangedFunction",
                                Files.readString(
                                        Path.of("..", "events", "partitions-changed.json")));

        assertThat(answer)
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":"
                                + "\"2e1424d4-f796-459a-8184-9c92662be6da\"}]}");
        assertThat(versions(1, YearMonth.from(day), SideTables.none()).of(day))
                .isEqualTo(before + 1);
    }

    private void load(long project, String name, LocalDate day) throws Exception {
        String line =
                """
                {"uuid":"%1$s","event":"more","distinct_id":"d","timestamp":"%2$sT10:00:00Z"}\
                """
                        .formatted(name, day);
        try (StackClients clients = new StackClients(stack.running())) {
            clients.loader(Clock.systemUTC())
                    .load(
                            project,
                            List.of(EventSource.of(name, line.getBytes(UTF_8))),
                            BadLines.FATAL,
                            LoadListener.none());
        }
    }

    private void compact(long project, Clock clock, List<RewriteReport> reports) throws Exception {
        try (StackClients clients = new StackClients(stack.running())) {
            Compaction compaction = clients.compaction(clock);
            compaction.run(project, () -> true, (_, _, _, report) -> reports.add(report));
        }
    }

    private void put(String key) {
        try (StackClients clients = new StackClients(stack.running());
                S3Client s3 = clients.s3()) {
            s3.putObject(
                    request -> request.bucket(stack.running().dataBucket()).key(key),
                    RequestBody.fromString("by hand"));
        }
    }

    private void remove(String key) {
        try (StackClients clients = new StackClients(stack.running());
                S3Client s3 = clients.s3()) {
            s3.deleteObject(request -> request.bucket(stack.running().dataBucket()).key(key));
        }
    }

    private List<String> keys(String prefix) {
        try (StackClients clients = new StackClients(stack.running());
                S3Client s3 = clients.s3()) {
            return s3
                    .listObjectsV2(
                            request -> request.bucket(stack.running().dataBucket()).prefix(prefix))
                    .contents()
                    .stream()
                    .map(object -> object.key())
                    .toList();
        }
    }

    private long version(long project, LocalDate day) {
        return versions(project, SideTables.none()).of(day);
    }

    private LakeVersions versions(long project, SideTables tables) {
        return versions(project, MONTH, tables);
    }

    private LakeVersions versions(long project, YearMonth month, SideTables tables) {
        try (DynamoDbClient dynamoDb = StackClients.dynamoDb(stack.running().dynamoDb())) {
            return new DynamoDbPartitionVersions(dynamoDb, stack.running().partitionsTable())
                    .read(project, month, month, tables);
        }
    }

    private void awaitEmpty(String queue) throws InterruptedException {
        await(() -> queue(queue).all().size(), 0, UNTIL_GIVEN_UP);
    }

    private static void await(LongSupplier number, long expected) throws InterruptedException {
        await(number, expected, SECONDS);
    }

    private static void await(LongSupplier number, long expected, Duration longest)
            throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        while (number.getAsLong() != expected && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(number.getAsLong()).isEqualTo(expected);
    }

    private LocalQueue queue(String name) {
        return stack.stack().queues().all().stream()
                .filter(queue -> queue.definition().name().endsWith("-" + name))
                .findFirst()
                .orElseThrow();
    }
}
