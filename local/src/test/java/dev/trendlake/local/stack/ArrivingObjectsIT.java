package dev.trendlake.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.local.queue.Delivery;
import dev.trendlake.local.queue.LocalQueue;
import dev.trendlake.local.s3.LocalS3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects below {@code raw/}: from S3 through rule and queue into the packaged function. */
@ExtendWith(WholeStackExtension.class)
final class ArrivingObjectsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ALL_EVENTS = "\"events\": [{\"id\": null}]";

    private final WholeStack stack;

    ArrivingObjectsIT(WholeStack stack) {
        this.stack = stack;
    }

    @Test
    void bringsACopiedObjectIntoTrendsByItself(@TempDir Path folder) throws Exception {
        assumeTrue(Program.isThere("aws"), "AWS's command line is not on the PATH");
        KeptProject project = KeptProject.make(stack, 8101);
        try (Client client = project.client("insight:read")) {
            assertThat(project.counted(client, ALL_EVENTS)).isEqualTo(4);
            Path export = Files.writeString(folder.resolve("export.jsonl"), lines("one", 3));

            Program.Outcome copied =
                    aws(
                            "s3",
                            "cp",
                            export.toString(),
                            "s3://%s/raw/project_id=8101/an export.jsonl"
                                    .formatted(stack.running().dataBucket()));

            assertThat(copied.status()).as(copied.errors()).isZero();
            awaitCount(project, client, 7);
            assertThat(importQueue().all()).isEmpty();
        }
    }

    @Test
    void countsOnceWhatIsDeliveredTwiceAndOutOfOrder() throws Exception {
        KeptProject project = KeptProject.make(stack, 8102);
        importQueue().deliver(Delivery.twiceAndShuffled(new Random(1)));
        try (Client client = project.client("insight:read")) {
            for (int file = 0; file < 4; file++) {
                put("raw/project_id=8102/%d.jsonl".formatted(file), lines("file" + file, 5));
            }

            awaitCount(project, client, 24);
            awaitEmptyQueue();
            assertThat(project.counted(client, ALL_EVENTS)).isEqualTo(24);
        } finally {
            importQueue().deliver(Delivery.USUAL);
        }
    }

    // Forty events: three quarters of them have arrived, with one of three browsers in turn.
    @Test
    void takesEventsInJsonLinesThatAreCompressedWithBrotli() throws Exception {
        KeptProject project = KeptProject.make(stack, 8103);
        try (Client client = project.client("insight:read")) {
            put(
                    "raw/project_id=8103/2020-01-02T11:00:00+00:00-2020-01-02T12:00:00+00:00.jsonl.br",
                    brotli());

            awaitCount(project, client, 44);
            assertThat(
                            totals(
                                    project,
                                    client,
                                    "\"events\": [{\"id\": \"arrived\"}],"
                                            + " \"breakdown\": \"$browser\""))
                    .isEqualTo(Map.of("Firefox", 10, "Chrome", 10, "Safari", 10));
        }
    }

    // Person c was merged into that of a, who pays.
    @Test
    void takesPersonsInParquetAndAnswersByWhatTheyAreNow(@TempDir Path folder) throws Exception {
        KeptProject project = KeptProject.make(stack, 8104);
        String byPlan = ALL_EVENTS + ", \"breakdown\": \"plan\", \"breakdown_type\": \"person\"";
        try (Client client = project.client("insight:read")) {
            assertThat(totals(project, client, byPlan))
                    .isEqualTo(Map.of("$$_posthog_breakdown_null_$$", 4));

            put(
                    "raw/project_id=8104/persons/2020/01/02/persons.parquet.zst",
                    persons(folder.resolve("persons.parquet")));

            Map<String, Integer> expected = Map.of("paid", 3, "free", 1);
            Instant end = Instant.now().plus(PATIENCE);
            while (!totals(project, client, byPlan).equals(expected)
                    && Instant.now().isBefore(end)) {
                Thread.sleep(500);
            }
            assertThat(totals(project, client, byPlan)).isEqualTo(expected);
        }
    }

    @Test
    void showsItsQueuesToAwsCommandLine() throws Exception {
        assumeTrue(Program.isThere("aws"), "AWS's command line is not on the PATH");
        // The first generation of the command line asks SQS nowhere else for a variable's sake.
        String endpoint = stack.running().sqs().toString();
        JsonNode urls =
                json(aws("sqs", "list-queues", "--endpoint-url", endpoint)).path("QueueUrls");
        String queue = urls.get(0).asText();

        assertThat(urls)
                .extracting(JsonNode::asText)
                .anyMatch(url -> url.endsWith("ImportQueue"))
                .anyMatch(url -> url.endsWith("ImportDeadLetters"));
        JsonNode attributes =
                json(
                        aws(
                                "sqs",
                                "get-queue-attributes",
                                "--endpoint-url",
                                endpoint,
                                "--queue-url",
                                queue,
                                "--attribute-names",
                                "All"));
        assertThat(attributes.at("/Attributes/QueueArn").asText()).startsWith("arn:aws:sqs:");
    }

    // Made by zlib.brotliCompressSync of Node: JSON lines as PostHog's batch export writes them
    // (spec: batch export, 1), with nested properties and times in microseconds.
    private static byte[] brotli() throws IOException {
        try (InputStream content =
                Objects.requireNonNull(
                        ArrivingObjectsIT.class.getResourceAsStream("/exports/events.jsonl.br"))) {
            return content.readAllBytes();
        }
    }

    // The persons model (spec: batch export, 2), by a program that knows nothing of ours.
    private static byte[] persons(Path file) throws Exception {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute(
                    """
                    COPY (SELECT 8104::BIGINT AS team_id, distinct_id, person_id, properties,
                        mapped::BIGINT AS person_distinct_id_version, known::BIGINT AS person_version,
                        TIMESTAMPTZ '2020-01-01 09:00:00.123456+00' AS created_at,
                        TIMESTAMPTZ '2020-01-02 12:00:00+00' AS _inserted_at, false AS is_deleted
                      FROM (VALUES ('a', 'pa', 1, 2, '{"plan":"paid"}'), ('b', 'pb', 1, 1, '{"plan":"free"}'),
                        ('c', 'pa', 2, 1, '{"plan":"free"}'), ('c', 'pc', 1, 1, '{"plan":"free"}'))
                        rows(distinct_id, person_id, mapped, known, properties))
                    TO '%s' (FORMAT PARQUET, COMPRESSION ZSTD)\
                    """
                            .formatted(file));
        }
        return Files.readAllBytes(file);
    }

    private static Map<String, Integer> totals(KeptProject project, Client client, String question)
            throws Exception {
        Reply reply =
                client.ask(
                        project.id(),
                        ("{%s, \"date_from\": \"2020-01-01\", \"date_to\": \"2020-01-03\","
                                        + " \"display\": \"ActionsTable\"}")
                                .formatted(question));
        Map<String, Integer> totals = new TreeMap<>();
        for (JsonNode entry : reply.json().path("result")) {
            totals.put(
                    entry.path("breakdown_value").asText(), entry.path("aggregated_value").asInt());
        }
        return totals;
    }

    private void put(String key, String content) {
        put(key, content.getBytes(UTF_8));
    }

    private void put(String key, byte[] content) {
        try (StackClients clients = new StackClients(stack.running());
                S3Client s3 = clients.s3()) {
            s3.putObject(
                    request -> request.bucket(stack.running().dataBucket()).key(key),
                    RequestBody.fromBytes(content));
        }
    }

    private static String lines(String source, int number) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < number; i++) {
            lines.append(
                    """
                    {"uuid":"%s-%d","event":"arrived","distinct_id":"a","person_id":"pa",\
                    "timestamp":"2020-01-02T11:00:00Z","properties":{}}
                    """
                            .formatted(source, i));
        }
        return lines.toString();
    }

    private static void awaitCount(KeptProject project, Client client, int expected)
            throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        int counted = project.counted(client, ALL_EVENTS);
        while (counted != expected && Instant.now().isBefore(end)) {
            Thread.sleep(500);
            counted = project.counted(client, ALL_EVENTS);
        }
        assertThat(counted).isEqualTo(expected);
    }

    private void awaitEmptyQueue() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!importQueue().all().isEmpty() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(importQueue().all()).isEmpty();
    }

    private LocalQueue importQueue() {
        return stack.stack().queues().all().stream()
                .filter(queue -> queue.definition().name().endsWith("ImportQueue"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Program.Outcome outcome) throws Exception {
        assertThat(outcome.status()).as(outcome.errors()).isZero();
        return Reply.parsed(outcome.text());
    }

    private Program.Outcome aws(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("aws"));
        command.addAll(List.of(arguments));
        Map<String, String> environment =
                Map.of(
                        "AWS_ENDPOINT_URL_S3",
                        stack.running().s3().toString(),
                        "AWS_DEFAULT_REGION",
                        stack.running().region(),
                        "AWS_DEFAULT_OUTPUT",
                        "json",
                        "AWS_ACCESS_KEY_ID",
                        LocalS3.ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY",
                        LocalS3.SECRET_KEY,
                        "AWS_PAGER",
                        "");
        return new Program(command, Path.of("."), environment).run();
    }
}
