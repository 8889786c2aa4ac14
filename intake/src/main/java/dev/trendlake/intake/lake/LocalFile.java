package dev.trendlake.intake.lake;

import io.airlift.units.DataSize;
import io.trino.parquet.AbstractParquetDataSource;
import io.trino.parquet.ParquetDataSourceId;
import io.trino.parquet.ParquetReaderOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Parquet file on this machine. Small pieces are read one by one, since they cost nothing here
 * and would be held together otherwise.
 */
public final class LocalFile extends AbstractParquetDataSource {
    private static final ParquetReaderOptions PIECE_BY_PIECE =
            ParquetReaderOptions.builder()
                    .withMaxMergeDistance(DataSize.ofBytes(0))
                    .withMaxBufferSize(DataSize.of(1, DataSize.Unit.MEGABYTE))
                    .build();

    private final FileChannel channel;

    /** Opens the file. */
    public LocalFile(Path file) throws IOException {
        super(new ParquetDataSourceId(file.toString()), Files.size(file), PIECE_BY_PIECE);
        this.channel = FileChannel.open(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    protected void readInternal(long position, byte[] target, int offset, int length)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position() - offset) < 0) {
                throw new IOException(getId() + " ends early");
            }
        }
    }
}
