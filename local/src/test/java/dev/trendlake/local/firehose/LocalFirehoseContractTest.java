package dev.trendlake.local.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trendlake.aws.firehose.EventStreamContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The Firehose of one machine takes what our client puts. */
final class LocalFirehoseContractTest extends EventStreamContract {
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final LocalFirehose firehose;

    LocalFirehoseContractTest(@TempDir Path folder) {
        firehose =
                LocalFirehose.start(
                        List.of(new DeliveryStream("captured", "lake", "raw/", ".gz")),
                        folder,
                        (_, _, content) -> unpack(content),
                        "123456789012");
    }

    @AfterEach
    void end() {
        firehose.close();
    }

    @Override
    protected URI endpoint() {
        return firehose.endpoint();
    }

    @Override
    protected String stream() {
        return "captured";
    }

    // Objects are written a second after the last record.
    @Override
    protected String arrived() throws InterruptedException {
        int before = -1;
        while (arrived.size() == 0 || arrived.size() > before) {
            before = arrived.size();
            Thread.sleep(3_000);
        }
        return arrived.toString(UTF_8);
    }

    private void unpack(byte[] content) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(content))) {
            synchronized (arrived) {
                arrived.writeBytes(unpacked.readAllBytes());
            }
        }
    }
}
