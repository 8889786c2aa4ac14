package dev.trendlake.local.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls, answers and limits as the service model of Firehose has them. */
final class LocalFirehoseTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DeliveryStream STREAM =
            new DeliveryStream(
                    "events", "lake", "raw/captured/!{timestamp:yyyy/MM/dd/HH}/", ".jsonl.gz");

    private record Written(String bucket, String key, String text) {}

    @TempDir Path folder;

    private final BlockingQueue<Written> written = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable LocalFirehose started;

    @BeforeEach
    void start() {
        started = LocalFirehose.start(List.of(STREAM), folder, this::write, "000000000000");
    }

    @AfterEach
    void stop() {
        firehose().close();
        http.close();
    }

    @Test
    void writesRecordsIntoOneObjectUnderGzip() throws Exception {
        JsonNode answer = answer(batch("events", "{\"a\":1}\n", "{\"a\":2}\n"), 200);

        assertThat(answer.path("FailedPutCount").asInt()).isZero();
        assertThat(answer.path("RequestResponses"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.path("RecordId").asText()).isNotEmpty());
        Written object = next();
        assertThat(object.bucket()).isEqualTo("lake");
        assertThat(object.key())
                .matches(
                        "raw/captured/\\d{4}/\\d\\d/\\d\\d/\\d\\d/events-1-\\d{4}(-\\d\\d){5}-[0-9a-f-]{36}\\.jsonl\\.gz");
        assertThat(object.text()).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
    }

    @Test
    void gathersTheCallsOfASecond() throws Exception {
        for (int i = 0; i < 5; i++) {
            answer(batch("events", i + "\n"), 200);
        }

        assertThat(next().text()).isEqualTo("0\n1\n2\n3\n4\n");
    }

    @Test
    void keepsWhatIsInNoObjectYetOverARestart() throws Exception {
        answer(batch("events", "kept\n"), 200);
        firehose().close();
        assertThat(written).isEmpty();

        start();
        assertThat(next().text()).isEqualTo("kept\n");
    }

    @Test
    void tellsWhichRecordsItDidNotTake() throws Exception {
        firehose().faults().failRecords(1);

        JsonNode answer = answer(batch("events", "lost\n", "taken\n"), 200);
        assertThat(answer.path("FailedPutCount").asInt()).isEqualTo(1);
        assertThat(answer.at("/RequestResponses/0/ErrorCode").asText())
                .isEqualTo("ServiceUnavailableException");
        assertThat(answer.at("/RequestResponses/1/RecordId").asText()).isNotEmpty();
        assertThat(next().text()).isEqualTo("taken\n");
    }

    @Test
    void refusesACallWhenATestAsksForIt() throws Exception {
        firehose().faults().refuse(1);

        assertThat(answer(batch("events", "a"), 503).path("__type").asText())
                .isEqualTo("ServiceUnavailableException");
        answer(batch("events", "a"), 200);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "501, 1", "1, 1024001", "5, 1000000"})
    void refusesMoreThanACallMayHold(int records, int size) throws Exception {
        String record = "x".repeat(size);
        String[] all = Collections.nCopies(records, record).toArray(String[]::new);

        assertThat(answer(batch("events", all), 400).path("__type").asText())
                .isEqualTo("InvalidArgumentException");
    }

    @Test
    void takesAsMuchAsACallMayHold() throws Exception {
        answer(batch("events", Collections.nCopies(500, "x").toArray(String[]::new)), 200);
        answer(batch("events", "x".repeat(1_024_000)), 200);
    }

    @Test
    void knowsNoOtherStream() throws Exception {
        JsonNode error = answer(batch("others", "a"), 400);

        assertThat(error.path("__type").asText()).isEqualTo("ResourceNotFoundException");
        assertThat(error.path("message").asText())
                .isEqualTo("Firehose others under account 000000000000 not found.");
    }

    @Test
    void refusesAPrefixThatMeansNothingHere() {
        assertThatThrownBy(() ->
                        new DeliveryStream("s", "b", "a/!{partitionKeyFromQuery:project}/", ".gz"))
                .hasMessage("prefix 'a/!{partitionKeyFromQuery:project}/'");
    }

    private LocalFirehose firehose() {
        LocalFirehose now = started;
        if (now == null) {
            throw new IllegalStateException("not started");
        }
        return now;
    }

    private void write(String bucket, String key, byte[] content) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            written.add(
                    new Written(
                            bucket, key, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    private Written next() throws InterruptedException {
        Written object = written.poll(10, TimeUnit.SECONDS);
        if (object == null) {
            throw new AssertionError("no object was written");
        }
        return object;
    }

    private static ObjectNode batch(String stream, String... records) {
        ObjectNode request = JSON.createObjectNode().put("DeliveryStreamName", stream);
        ArrayNode list = request.putArray("Records");
        for (String record : records) {
            byte[] data = record.getBytes(StandardCharsets.UTF_8);
            list.addObject().put("Data", Base64.getEncoder().encodeToString(data));
        }
        return request;
    }

    private JsonNode answer(ObjectNode request, int status)
            throws IOException, InterruptedException {
        HttpRequest call =
                HttpRequest.newBuilder(firehose().endpoint())
                        .header("X-Amz-Target", "Firehose_20150804.PutRecordBatch")
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build();
        HttpResponse<String> response = http.send(call, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
