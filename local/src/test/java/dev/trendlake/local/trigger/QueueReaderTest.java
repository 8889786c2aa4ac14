package dev.trendlake.local.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.local.lambda.FunctionJar;
import dev.trendlake.local.lambda.LocalLambda;
import dev.trendlake.local.queue.LocalQueue;
import dev.trendlake.local.queue.LocalQueues;
import dev.trendlake.local.queue.Message;
import dev.trendlake.local.queue.QueueDefinition;
import dev.trendlake.local.queue.QueueSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real function process that reads a queue. */
final class QueueReaderTest {
    private static final QueueDefinition DEAD = queue("dead", "", 0);
    private static final QueueDefinition MAIN = queue("main", DEAD.arn(), 2);
    private static final QueueSource SOURCE =
            new QueueSource("HelloFunction", MAIN.arn(), 1, Duration.ZERO, true, 2);

    @TempDir Path folder;

    @Test
    void callsTheFunctionWithWhatWasSentAndForgetsIt() throws Exception {
        LocalQueues queues = queues();
        try (LocalLambda functions = functions();
                QueueReader reader = QueueReader.start(SOURCE, queues, functions, "us-east-1")) {
            queues.byArn(MAIN.arn()).send("good news");

            awaitEmpty(queues.byArn(MAIN.arn()));
            assertThat(reader).isNotNull();
        }
        JsonNode record = handled().at("/Records/0");
        assertThat(record.path("messageId").asText()).matches("[0-9a-f-]{36}");
        assertThat(record.path("receiptHandle").asText()).isNotEmpty();
        assertThat(record.path("body").asText()).isEqualTo("good news");
        assertThat(record.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
        assertThat(record.at("/attributes/SentTimestamp").asText()).matches("\\d{13}");
        assertThat(record.at("/attributes/ApproximateFirstReceiveTimestamp").asText())
                .matches("\\d{13}");
        assertThat(record.path("messageAttributes")).isEmpty();
        // md5 of "good news"
        assertThat(record.path("md5OfBody").asText()).isEqualTo("7dcd99b60c882b579ff0fdc48150b7f9");
        assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(record.path("eventSourceARN").asText()).isEqualTo(MAIN.arn());
        assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
    }

    @Test
    void triesAMessageAgainAndKeepsItAsADeadLetter() throws Exception {
        LocalQueues queues = queues();
        try (LocalLambda functions = functions();
                QueueReader reader = QueueReader.start(SOURCE, queues, functions, "us-east-1")) {
            queues.byArn(MAIN.arn()).send("to fail");
            queues.byArn(MAIN.arn()).send("good news");

            awaitEmpty(queues.byArn(MAIN.arn()));
            assertThat(reader).isNotNull();
        }
        assertThat(queues.byArn(DEAD.arn()).all())
                .extracting(Message::body)
                .containsExactly("to fail");
        assertThat(Files.readAllLines(log()))
                .filteredOn(line -> line.startsWith("handles ") && line.contains("to fail"))
                .hasSize(2);
    }

    @Test
    void waitsForABatchToFill() throws Exception {
        LocalQueues queues = queues();
        QueueSource patient =
                new QueueSource("HelloFunction", MAIN.arn(), 3, Duration.ofMinutes(5), true, 2);
        queues.byArn(MAIN.arn()).send("one");
        try (LocalLambda functions = functions();
                QueueReader reader = QueueReader.start(patient, queues, functions, "us-east-1")) {
            Thread.sleep(200);
            queues.byArn(MAIN.arn()).send("two");
            queues.byArn(MAIN.arn()).send("three");
            queues.byArn(MAIN.arn()).send("four");
            queues.byArn(MAIN.arn()).send("five");

            awaitMessages(queues.byArn(MAIN.arn()), 2);
            assertThat(reader).isNotNull();
        }
        assertThat(handled().path("Records")).hasSize(3);
    }

    @Test
    void waitsForABatchNoLongerThanItsWindow() throws Exception {
        LocalQueues queues = queues();
        QueueSource patient =
                new QueueSource("HelloFunction", MAIN.arn(), 100, Duration.ofSeconds(1), true, 2);
        try (LocalLambda functions = functions();
                QueueReader reader = QueueReader.start(patient, queues, functions, "us-east-1")) {
            queues.byArn(MAIN.arn()).send("good news");

            awaitEmpty(queues.byArn(MAIN.arn()));
            assertThat(reader).isNotNull();
        }
        assertThat(handled().path("Records")).hasSize(1);
    }

    // What Lambda's documentation says of event source mappings for SQS.
    @ParameterizedTest
    @CsvSource({"11, 0", "1, 301", "1, -1", "10001, 1", "0, 1"})
    void refusesBatchesThatLambdaDoesNotMake(int size, int seconds) {
        assertThatThrownBy(() ->
                        new QueueSource(
                                "HelloFunction",
                                MAIN.arn(),
                                size,
                                Duration.ofSeconds(seconds),
                                true,
                                2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // What Lambda's documentation says of partial batch responses.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"batchItemFailures\":[]} | ``",
                "{} | ``",
                "null | ``",
                "{\"batchItemFailures\":null} | ``",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"}]} | b",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"z\"}]} | ab",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]} | ab",
                "{\"batchItemFailures\":[{}]} | ab",
                "{\"batchItemFailures\":\"b\"} | ab",
                "not JSON | ab",
            })
    void readsWhichMessagesFailed(String answer, String failed) {
        Set<String> found = BatchAnswer.failures(answer, List.of(message("a"), message("b")));

        assertThat(String.join("", found.stream().sorted().toList())).isEqualTo(failed);
    }

    private LocalQueues queues() {
        return new LocalQueues(
                List.of(MAIN, DEAD), folder.resolve("queues"), InstantSource.system());
    }

    private LocalLambda functions() throws IOException {
        Path jar = FunctionJar.build(folder);
        return LocalLambda.of(
                List.of(FunctionJar.definition(jar, 20, Map.of())),
                FunctionJar.settings(folder, 1, false));
    }

    private static void awaitEmpty(LocalQueue queue) throws InterruptedException {
        awaitMessages(queue, 0);
    }

    private static void awaitMessages(LocalQueue queue, int number) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (queue.all().size() != number && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(queue.all()).hasSize(number);
    }

    private JsonNode handled() throws IOException {
        String line =
                Files.readAllLines(log()).stream()
                        .filter(text -> text.startsWith("handles "))
                        .findFirst()
                        .orElseThrow();
        return new ObjectMapper().readTree(line.substring("handles ".length()));
    }

    private Path log() {
        return folder.resolve("logs/HelloFunction.log");
    }

    private static Message message(String id) {
        Instant now = Instant.parse("2026-11-27T08:00:00Z");
        return new Message(id, "", now, 1, now, now, "receipt of " + id);
    }

    private static QueueDefinition queue(String name, String deadLetters, int receives) {
        return new QueueDefinition(
                name,
                "arn:aws:sqs:us-east-1:000000000000:" + name,
                Duration.ofSeconds(60),
                deadLetters,
                receives);
    }
}
