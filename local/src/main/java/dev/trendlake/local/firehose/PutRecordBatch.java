package dev.trendlake.local.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A request of that action, within Firehose's limits.
 *
 * @param stream the stream's name
 * @param records their data
 */
record PutRecordBatch(String stream, List<byte[]> records) {
    private static final int MOST_RECORDS = 500;
    private static final int LARGEST_RECORD = 1_000 * 1_024;
    private static final int LARGEST_BATCH = 4 * 1_024 * 1_024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    PutRecordBatch {
        records = List.copyOf(records);
    }

    static PutRecordBatch parse(byte[] body) throws FirehoseError {
        try {
            JsonNode request = MAPPER.readTree(body);
            List<byte[]> records = new ArrayList<>();
            for (JsonNode record : request.path("Records")) {
                records.add(Base64.getDecoder().decode(record.path("Data").asText()));
            }
            check(records);
            return new PutRecordBatch(request.path("DeliveryStreamName").asText(), records);
        } catch (IOException | IllegalArgumentException e) {
            throw FirehoseError.invalidArgument("the request can't be read: " + e.getMessage());
        }
    }

    private static void check(List<byte[]> records) throws FirehoseError {
        if (records.isEmpty() || records.size() > MOST_RECORDS) {
            throw FirehoseError.invalidArgument(
                    "%d records are not between 1 and %d".formatted(records.size(), MOST_RECORDS));
        }
        long size = 0;
        for (byte[] record : records) {
            if (record.length > LARGEST_RECORD) {
                throw FirehoseError.invalidArgument(
                        "a record of %d bytes is larger than 1,000 KiB".formatted(record.length));
            }
            size += record.length;
        }
        if (size > LARGEST_BATCH) {
            throw FirehoseError.invalidArgument(
                    "%d bytes of records are more than 4 MiB".formatted(size));
        }
    }
}
