package dev.trendlake.intake.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Cuts a stream into lines, each of which may be too long or not be UTF-8 without harm to others.
 */
final class LineReader {
    /** No event of PostHog comes near: it refuses more than 20 MB at capture. */
    static final int LONGEST_LINE = 32 << 20;

    private static final int END = -1;

    private final InputStream stream;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long number;

    LineReader(InputStream stream) {
        this.stream = stream;
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** The bytes of the next line without its end; empty when there is none. */
    Optional<byte[]> next() throws IOException {
        if (!fill()) {
            return Optional.empty();
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        boolean ended = false;
        while (!ended && fill()) {
            int end = endOfLine();
            ended = end != END;
            int stop = ended ? end : limit;
            // One byte more than allowed is kept, so that the length tells.
            int room = LONGEST_LINE + 1 - line.size();
            line.write(buffer, position, Math.min(room, stop - position));
            position = ended ? stop + 1 : stop;
        }
        return Optional.of(line.toByteArray());
    }

    /** The text of a line, without a carriage return at its end or a byte order mark. */
    static String text(byte[] line) throws LineRefused {
        if (line.length > LONGEST_LINE) {
            throw new LineRefused("longer than " + (LONGEST_LINE >> 20) + " MiB");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1).strip() : text.strip();
        } catch (CharacterCodingException e) {
            throw new LineRefused("not UTF-8");
        }
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(0, stream.read(buffer));
        return limit > 0;
    }

    private int endOfLine() {
        for (int i = position; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return END;
    }
}
