package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.local.queue.Delivery;
import dev.trendlake.local.queue.LocalQueue;
import dev.trendlake.local.s3.LocalS3;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    @Test
    void showsItsQueuesToAwsCommandLine() throws Exception {
        assumeTrue(Program.isThere("aws"), "AWS's command line is not on the PATH");
        JsonNode urls = json(aws("sqs", "list-queues")).path("QueueUrls");
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
                                "--queue-url",
                                queue,
                                "--attribute-names",
                                "All"));
        assertThat(attributes.at("/Attributes/QueueArn").asText()).startsWith("arn:aws:sqs:");
    }

    private void put(String key, String content) {
        try (StackClients clients = new StackClients(stack.running());
                S3Client s3 = clients.s3()) {
            s3.putObject(
                    request -> request.bucket(stack.running().dataBucket()).key(key),
                    RequestBody.fromString(content));
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
                        "AWS_ENDPOINT_URL_SQS",
                        stack.running().sqs().toString(),
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
