package dev.trendlake.intake.load;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** A temporary file of pieces, which are read again by their places; gone when it is closed. */
final class SpoolFile implements Closeable {
    private final FileChannel channel;
    private long size;

    SpoolFile() throws IOException {
        channel =
                FileChannel.open(
                        Files.createTempFile("trendlake-rows-", ".lz4"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Adds a piece, and says where it begins. */
    long add(byte[] piece) throws IOException {
        long position = size;
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        while (bytes.hasRemaining()) {
            size += channel.write(bytes, size);
        }
        return position;
    }

    /** Reads so many bytes from a place on. */
    void read(long position, byte[] target, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(target, 0, length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("the temporary file of rows ends early");
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
