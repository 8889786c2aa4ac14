package dev.trendlake.intake.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a source as they come from where it lies: when they can't be had, that is no damage
 * of the source, and it has to be tried again.
 */
final class OriginStream extends InputStream {
    private final InputStream origin;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;

    OriginStream(InputStream origin) {
        this.origin = origin;
    }

    /** The first bytes, which are read again; fewer when there are no more. */
    byte[] peek(int count) throws OriginFailed {
        while (limit < count && read(limit)) {
            // More is there now.
        }
        byte[] first = new byte[Math.min(count, limit)];
        System.arraycopy(buffer, 0, first, 0, first.length);
        return first;
    }

    @Override
    public int read() throws OriginFailed {
        return fill() ? buffer[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws OriginFailed {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    // A gzip file may have several members; whether another follows is asked here.
    @Override
    public int available() throws OriginFailed {
        return fill() ? limit - position : 0;
    }

    @Override
    public void close() throws IOException {
        origin.close();
    }

    private boolean fill() throws OriginFailed {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = 0;
        return read(0);
    }

    private boolean read(int offset) throws OriginFailed {
        try {
            int count = origin.read(buffer, offset, buffer.length - offset);
            limit += Math.max(0, count);
            return count > 0;
        } catch (IOException | RuntimeException e) {
            throw new OriginFailed(e);
        }
    }
}
