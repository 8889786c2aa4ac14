package dev.trendlake.aws.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trendlake.capture.StreamUnavailable;
import dev.trendlake.engine.Deadline;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our client against a server that can refuse. */
class FirehoseEventStreamTest extends EventStreamContract {
    private static final Deadline LATER = () -> Duration.ofSeconds(20);

    private final FirehoseServer server = new FirehoseServer();

    @Override
    protected URI endpoint() {
        return server.endpoint();
    }

    @Override
    protected String stream() {
        return FirehoseServer.STREAM;
    }

    @Override
    protected String arrived() {
        return server.arrived();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void packsManyLinesIntoOneRecord() throws Exception {
        events(stream()).put(lines(1_000, 400), LATER);

        // 400,000 bytes in records of at most 131,072.
        assertThat(server.recordCounts).containsExactly(4);
    }

    @Test
    void signsItsCalls() throws Exception {
        events(stream()).put(lines(1, 10), LATER);

        assertThat(header("X-amz-target")).isEqualTo("Firehose_20150804.PutRecordBatch");
        assertThat(header("Content-type")).isEqualTo("application/x-amz-json-1.1");
        assertThat(header("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
                .contains("/us-east-1/firehose/aws4_request")
                .contains("x-amz-date")
                .contains("x-amz-target");
    }

    @Test
    void putsRefusedRecordsAgainAndOnlyThose() throws Exception {
        List<byte[]> lines = lines(4, 120_000);
        server.refusals.add(
                new FirehoseServer.Refusal(200, "ServiceUnavailableException", List.of(1, 3)));
        server.refusals.add(
                new FirehoseServer.Refusal(200, "ServiceUnavailableException", List.of(0)));

        events(stream()).put(lines, LATER);

        assertThat(server.recordCounts).containsExactly(4, 2, 1);
        assertThat(server.arrived().lines().map(line -> line.substring(0, 6)))
                .containsExactly("{\"n\":0", "{\"n\":2", "{\"n\":3", "{\"n\":1");
    }

    @Test
    void makesACallAgainThatWasRefusedForNow() throws Exception {
        server.refusals.add(
                new FirehoseServer.Refusal(503, "ServiceUnavailableException", List.of()));
        server.refusals.add(new FirehoseServer.Refusal(400, "ThrottlingException", List.of()));
        server.refusals.add(
                new FirehoseServer.Refusal(
                        400, "com.amazonaws.firehose#LimitExceededException", List.of()));

        events(stream()).put(lines(1, 10), LATER);

        assertThat(server.arrived().lines()).hasSize(1);
    }

    @Test
    void givesUpAfterSixAttempts() {
        refuseAll(7);

        assertThatExceptionOfType(StreamUnavailable.class)
                .isThrownBy(() -> events(stream()).put(lines(2, 120_000), LATER))
                .withMessage("Firehose left 1 of 2 records: ServiceUnavailableException");
        assertThat(server.headers).hasSize(6);
    }

    @Test
    void givesUpAtTheDeadline() {
        refuseAll(7);

        assertThatExceptionOfType(StreamUnavailable.class)
                .isThrownBy(() -> events(stream()).put(lines(1, 10), () -> Duration.ofMillis(150)));
        assertThat(server.headers).hasSizeBetween(1, 2);
    }

    @Test
    void makesNoCallAgainThatIsWrong() {
        server.refusals.add(new FirehoseServer.Refusal(400, "AccessDeniedException", List.of()));

        assertThatExceptionOfType(StreamUnavailable.class)
                .isThrownBy(() -> events(stream()).put(lines(1, 10), LATER))
                .withMessageContaining("AccessDeniedException");
        assertThat(server.headers).hasSize(1);
    }

    @Test
    void givesUpWhereNobodyListens() {
        server.close();

        assertThatExceptionOfType(StreamUnavailable.class)
                .isThrownBy(() -> events(stream()).put(lines(1, 10), LATER))
                .withMessageContaining("ConnectException");
    }

    @Test
    void keepsRecordsAndCallsInTheirLimits() {
        List<byte[]> records = Records.of(lines(600, 130_000));

        assertThat(records).hasSize(600);
        assertThat(Records.calls(records))
                .allSatisfy(call ->
                        assertThat(call.stream().mapToInt(r -> (r.length + 2) / 3 * 4).sum())
                                .isLessThan(4 * 1024 * 1024));
        assertThat(Records.calls(Arrays.asList(new byte[1_200][1])))
                .extracting(List::size)
                .containsExactly(500, 500, 200);
        assertThat(text(records)).isEqualTo(text(lines(600, 130_000)));
        assertThat(new String(records.getFirst(), UTF_8)).endsWith("\n");
    }

    private void refuseAll(int times) {
        for (int i = 0; i < times; i++) {
            server.refusals.add(
                    new FirehoseServer.Refusal(200, "ServiceUnavailableException", List.of(0)));
        }
    }

    private String header(String name) {
        return String.join(",", server.headers.getFirst().get(name));
    }
}
