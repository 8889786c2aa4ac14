package dev.trendlake.intake.source;

import io.airlift.slice.Slices;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into batches of whole lines. */
final class LineCutter {
    /** No event of PostHog comes near: it refuses more than 20 MB at capture. */
    static final int LONGEST_LINE = 32 << 20;

    private static final int BATCH = 1 << 20;

    private final InputStream stream;
    private final RowTaker taker;
    private byte[] buffer = new byte[BATCH];
    private int size;
    private long line = 1;

    LineCutter(InputStream stream, RowTaker taker) {
        this.stream = stream;
        this.taker = taker;
    }

    /** Gives all lines to the taker; those before the place where the stream turns out damaged. */
    void cut() throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = fill();
            } catch (IOException e) {
                OriginFailed.rethrow(e);
                giveWholeLines();
                taker.damaged(line, "damaged in this line: " + e.getMessage());
                return;
            }
            giveWholeLines();
        }
        if (size > 0) {
            give(size);
        }
    }

    /** Fills the buffer; whether anything was there. */
    private boolean fill() throws IOException {
        if (size == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(LONGEST_LINE + 1, size * 2));
        }
        int from = size;
        while (size < buffer.length) {
            int count = stream.read(buffer, size, buffer.length - size);
            if (count < 0) {
                return size > from;
            }
            size += count;
        }
        return true;
    }

    private void giveWholeLines() throws IOException {
        int end = size - 1;
        while (end >= 0 && buffer[end] != '\n') {
            end--;
        }
        if (end >= 0) {
            give(end + 1);
        } else if (size > LONGEST_LINE) {
            passOver();
        }
    }

    private void give(int length) throws IOException {
        byte[] rest = new byte[Math.max(BATCH, size - length)];
        System.arraycopy(buffer, length, rest, 0, size - length);
        taker.take(new RowBatch.Lines(Slices.wrappedBuffer(buffer, 0, length), line));
        line += lines(length);
        size -= length;
        buffer = rest;
    }

    private long lines(int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private void passOver() throws IOException {
        taker.take(new RowBatch.LongLine(Slices.wrappedBuffer(buffer, 0, 1_000), line));
        line++;
        size = 0;
        buffer = new byte[BATCH];
        int next = stream.read();
        while (next >= 0 && next != '\n') {
            next = stream.read();
        }
    }
}
