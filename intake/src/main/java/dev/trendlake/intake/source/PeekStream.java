package dev.trendlake.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose first bytes can be looked at before they are read. What can be read before the
 * stream turns out damaged is given first.
 */
final class PeekStream extends InputStream {
    private final InputStream stream;
    private byte[] first = new byte[0];
    private int position;
    private @Nullable IOException failure;

    PeekStream(InputStream stream) {
        this.stream = stream;
    }

    /** The first bytes; fewer when there are no more, or no more can be read. */
    byte[] peek(int count) {
        byte[] bytes = new byte[count];
        int size = 0;
        try {
            int read = stream.read(bytes, 0, count);
            while (read > 0) {
                size += read;
                read = size < count ? stream.read(bytes, size, count - size) : 0;
            }
        } catch (IOException e) {
            failure = e;
        }
        first = Arrays.copyOf(bytes, size);
        return first;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (position < first.length) {
            int count = Math.min(length, first.length - position);
            System.arraycopy(first, position, target, offset, count);
            position += count;
            return count;
        }
        if (failure != null) {
            throw failure;
        }
        return stream.read(target, offset, length);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
