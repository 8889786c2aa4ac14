package dev.trendlake.intake.load;

import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the lake, in the bytes that it waits in: its length, time, person's key,
 * the two halves of its own key, the number of its fields, where each of them ends (negative for
 * one that is NULL), and the fields.
 */
public final class EventRow {
    static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final int TIMESTAMP = 4;
    static final int PERSON_KEY = 12;
    static final int KEY_HIGH = 20;
    static final int KEY_LOW = 28;
    static final int FIELDS = 36;
    static final int ENDS = 40;

    private final byte[] bytes;
    private final int offset;

    /**
     * @param offset where the row begins
     */
    EventRow(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.offset = offset;
    }

    /** How many bytes it has. */
    int length() {
        return (int) INTS.get(bytes, offset);
    }

    /** When it happened, in milliseconds since 1970. */
    long timestamp() {
        return (long) LONGS.get(bytes, offset + TIMESTAMP);
    }

    Instant time() {
        return Instant.ofEpochMilli(timestamp());
    }

    long personKey() {
        return (long) LONGS.get(bytes, offset + PERSON_KEY);
    }

    /** What makes it the same event as another of its day. */
    EventKey key() {
        return new EventKey(keyHigh(), keyLow());
    }

    long keyHigh() {
        return (long) LONGS.get(bytes, offset + KEY_HIGH);
    }

    long keyLow() {
        return (long) LONGS.get(bytes, offset + KEY_LOW);
    }

    /** A text; null for none. */
    @Nullable Slice text(EventField field) {
        return text(field.place());
    }

    /** A text that is always there. */
    Slice required(EventField field) {
        Slice text = text(field);
        if (text == null) {
            throw new IllegalStateException("an event without " + field);
        }
        return text;
    }

    /** The JSON of a property that has a column; null for none. */
    @Nullable Slice property(int column) {
        return text(EventField.COUNT + column);
    }

    private @Nullable Slice text(int field) {
        int fields = (int) INTS.get(bytes, offset + FIELDS);
        if (field >= fields) {
            return null;
        }
        int end = end(field);
        if (end < 0) {
            return null;
        }
        int start = field == 0 ? ENDS + fields * Integer.BYTES : Math.abs(end(field - 1));
        return Slices.wrappedBuffer(bytes, offset + start, end - start);
    }

    private int end(int field) {
        return (int) INTS.get(bytes, offset + ENDS + field * Integer.BYTES);
    }

    byte[] bytes() {
        return bytes;
    }

    int offset() {
        return offset;
    }
}
