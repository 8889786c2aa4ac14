package dev.trendlake.intake.source;

import io.trino.parquet.AbstractParquetDataSource;
import io.trino.parquet.ParquetDataSourceId;
import io.trino.parquet.ParquetReaderOptions;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A Parquet file on this machine. */
final class FileDataSource extends AbstractParquetDataSource {
    private final FileChannel channel;

    FileDataSource(Path file, ParquetReaderOptions options) throws IOException {
        this(file, FileChannel.open(file), options);
    }

    private FileDataSource(Path file, FileChannel channel, ParquetReaderOptions options)
            throws IOException {
        super(new ParquetDataSourceId(file.toString()), channel.size(), options);
        this.channel = channel;
    }

    @Override
    protected void readInternal(long position, byte[] target, int offset, int length)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
        long at = position;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, at);
            if (count < 0) {
                throw new EOFException("the file ends before byte " + (position + length));
            }
            at += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
