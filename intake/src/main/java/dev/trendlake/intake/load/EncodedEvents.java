package dev.trendlake.intake.load;

import static dev.trendlake.intake.load.EventRow.ENDS;
import static dev.trendlake.intake.load.EventRow.FIELDS;
import static dev.trendlake.intake.load.EventRow.INTS;
import static dev.trendlake.intake.load.EventRow.KEY_HIGH;
import static dev.trendlake.intake.load.EventRow.KEY_LOW;
import static dev.trendlake.intake.load.EventRow.LONGS;
import static dev.trendlake.intake.load.EventRow.PERSON_KEY;
import static dev.trendlake.intake.load.EventRow.TIMESTAMP;

import io.airlift.slice.Slice;
import java.util.Arrays;
import java.util.function.Consumer;

/** Rows of events one behind the other, without an object for each. */
final class EncodedEvents {
    private byte[] bytes;
    private int size;
    private int count;
    private int row;
    private int field;

    EncodedEvents(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** How many bytes a row of so many fields has besides them. */
    static int headerSize(int fields) {
        return ENDS + fields * Integer.BYTES;
    }

    /** Begins a row. */
    void begin(long timestamp, long personKey, EventKey key, int fields) {
        row = size;
        field = 0;
        size += headerSize(fields);
        makeRoom(0);
        LONGS.set(bytes, row + TIMESTAMP, timestamp);
        LONGS.set(bytes, row + PERSON_KEY, personKey);
        LONGS.set(bytes, row + KEY_HIGH, key.high());
        LONGS.set(bytes, row + KEY_LOW, key.low());
        INTS.set(bytes, row + FIELDS, fields);
    }

    /** Adds the next field of the row. */
    void add(Slice text) {
        makeRoom(text.length());
        text.getBytes(0, bytes, size, text.length());
        size += text.length();
        endField(size - row);
    }

    /** Adds the next field of the row. */
    void add(byte[] text, int from, int to) {
        makeRoom(to - from);
        System.arraycopy(text, from, bytes, size, to - from);
        size += to - from;
        endField(size - row);
    }

    /** Leaves the next field of the row NULL. */
    void addNull() {
        endField(row - size);
    }

    /** Ends the row. */
    void end() {
        INTS.set(bytes, row, size - row);
        count++;
    }

    /** Copies a row of others. */
    void add(EventRow other) {
        int length = other.length();
        makeRoom(length);
        System.arraycopy(other.bytes(), other.offset(), bytes, size, length);
        size += length;
        count++;
    }

    /** Makes it empty, and keeps its room. */
    void clear() {
        size = 0;
        count = 0;
    }

    int count() {
        return count;
    }

    int size() {
        return size;
    }

    byte[] bytes() {
        return bytes;
    }

    int capacity() {
        return bytes.length;
    }

    /** Gives each row in turn. */
    void forEach(Consumer<EventRow> rows) {
        forEach(bytes, size, rows);
    }

    /** Gives each row in turn of bytes that are full of them. */
    static void forEach(byte[] bytes, int size, Consumer<EventRow> rows) {
        int at = 0;
        while (at < size) {
            EventRow next = new EventRow(bytes, at);
            rows.accept(next);
            at += next.length();
        }
    }

    private void endField(int end) {
        INTS.set(bytes, row + ENDS + field * Integer.BYTES, end);
        field++;
    }

    private void makeRoom(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length / 2 * 3));
        }
    }
}
