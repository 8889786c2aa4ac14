package dev.trendlake.aws.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.capture.EventStream;
import dev.trendlake.capture.StreamUnavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** What whoever speaks Firehose's protocol has to do with the lines that our client puts. */
public abstract class EventStreamContract {
    /** Where it listens. */
    protected abstract URI endpoint();

    /** A stream that is there, and empty. */
    protected abstract String stream();

    /** The data that arrived in the stream, in the order of its records. */
    protected abstract String arrived() throws IOException, InterruptedException;

    @Test
    void takesLinesInTheirOrder() throws Exception {
        List<byte[]> lines = lines(3, 10);

        events(stream()).put(lines, () -> Duration.ofSeconds(5));

        assertThat(arrived()).isEqualTo(text(lines));
    }

    // More than 4 MiB and more than 500 records' worth: several calls.
    @Test
    void takesManyLines() throws Exception {
        List<byte[]> lines = lines(12, 900_000);

        events(stream()).put(lines, () -> Duration.ofSeconds(20));

        assertThat(arrived()).isEqualTo(text(lines));
    }

    @Test
    void takesTheLongestLine() throws Exception {
        List<byte[]> lines = lines(1, EventStream.LONGEST_LINE);

        events(stream()).put(lines, () -> Duration.ofSeconds(5));

        assertThat(arrived()).isEqualTo(text(lines));
    }

    @Test
    void knowsNoOtherStream() {
        org.assertj.core.api.Assertions.assertThatExceptionOfType(StreamUnavailable.class)
                .isThrownBy(() ->
                        events("no-such-stream").put(lines(1, 10), () -> Duration.ofSeconds(5)))
                .withMessageContaining("ResourceNotFoundException");
    }

    /** Our client of a stream. */
    protected EventStream events(String stream) {
        return new FirehoseEventStream(
                new FirehoseCalls(
                        UrlConnectionHttpClient.create(),
                        endpoint(),
                        "us-east-1",
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("AKIDEXAMPLE", "secret"))),
                stream,
                new Random(1),
                _ -> {});
    }

    /** Lines of so many bytes, each different. */
    protected static List<byte[]> lines(int count, int bytes) {
        List<byte[]> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String start = "{\"n\":" + number + ",\"x\":\"";
            lines.add(
                    (start + "x".repeat(Math.max(0, bytes - start.length() - 3)) + "\"}\n")
                            .getBytes(UTF_8));
        }
        return lines;
    }

    /** The lines as one text. */
    protected static String text(List<byte[]> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(new String(line, UTF_8)));
        return text.toString();
    }
}
