package dev.trendlake.intake.load;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Writes events to a temporary file and reads them back. */
final class EventCodec {
    private EventCodec() {}

    static void write(Event event, DataOutputStream out) throws IOException {
        writeText(event.event(), out);
        out.writeLong(event.timestamp().toEpochMilli());
        out.writeInt(event.membership().values().size());
        for (Map.Entry<String, String> member : event.membership().values().entrySet()) {
            writeText(member.getKey(), out);
            writeText(member.getValue(), out);
        }
        writeText(event.distinctId(), out);
        writeText(event.personId(), out);
        writeText(event.uuid(), out);
        writeText(event.elementsChain(), out);
        writeText(event.personProperties(), out);
        writeText(event.properties(), out);
    }

    static Event read(DataInputStream in) throws IOException {
        return new Event(
                readText(in),
                Instant.ofEpochMilli(in.readLong()),
                readMembership(in),
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                readText(in),
                readText(in));
    }

    private static Membership readMembership(DataInputStream in) throws IOException {
        Map<String, String> values = new HashMap<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            values.put(readText(in), readText(in));
        }
        return new Membership(values);
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
