package dev.trendlake.aws.firehose;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Packs lines into records, and records into calls. Firehose bills a record in steps of 5 kB, so
 * many lines share one; a record that is refused is sent again whole, so it stays small beside a
 * call (spec: AWS, Firehose).
 */
final class Records {
    /** A record that would grow beyond this is closed; a line alone may be longer. */
    private static final int GOOD_BYTES = 128 * 1024;

    private static final int MOST_RECORDS = 500;

    /** Of the 4 MiB of a call, in base64: what surrounds the data has to find room, too. */
    private static final int MOST_CALL_BYTES = 4 * 1024 * 1024 - 64 * 1024;

    private Records() {}

    static List<byte[]> of(List<byte[]> lines) {
        List<byte[]> records = new ArrayList<>();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            if (open.size() > 0 && open.size() + line.length > GOOD_BYTES) {
                records.add(open.toByteArray());
                open.reset();
            }
            open.writeBytes(line);
        }
        if (open.size() > 0) {
            records.add(open.toByteArray());
        }
        return records;
    }

    static List<List<byte[]>> calls(List<byte[]> records) {
        List<List<byte[]>> calls = new ArrayList<>();
        List<byte[]> open = new ArrayList<>();
        int bytes = 0;
        for (byte[] record : records) {
            int encoded = (record.length + 2) / 3 * 4;
            if (open.size() == MOST_RECORDS || bytes + encoded > MOST_CALL_BYTES) {
                calls.add(open);
                open = new ArrayList<>();
                bytes = 0;
            }
            open.add(record);
            bytes += encoded;
        }
        if (!open.isEmpty()) {
            calls.add(open);
        }
        return calls;
    }
}
