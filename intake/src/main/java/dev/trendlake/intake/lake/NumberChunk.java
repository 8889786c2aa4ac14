package dev.trendlake.intake.lake;

import static io.trino.spi.type.BigintType.BIGINT;

import io.trino.spi.Page;
import io.trino.spi.block.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * Encodes a column of 64-bit numbers by their differences. People's keys come in their order, and
 * take six bytes each so, where they take more than seven as they are, compressed; times of a day
 * take three and a half instead of more than four. Nothing is left to compress.
 */
final class NumberChunk {
    private static final int VALUES_OF_BLOCK = 128;
    private static final int PARTS_OF_BLOCK = 4;
    private static final int SLAB = 1 << 16;

    private NumberChunk() {}

    /**
     * Encodes a column that has a number in each row.
     *
     * @param unit how many of the engine's units one is in the file: a millisecond is 1,000
     *     microseconds
     */
    static EncodedChunk of(List<Page> pages, int column, long unit, SchemaElement schema)
            throws IOException {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        int count = 0;
        try (DeltaBinaryPackingValuesWriterForLong values = writer()) {
            for (Page page : pages) {
                Block block = page.getBlock(column);
                for (int row = 0; row < page.getPositionCount(); row++) {
                    long value = Math.floorDiv(BIGINT.getLong(block, row), unit);
                    values.writeLong(value);
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                }
                count += page.getPositionCount();
            }
            byte[] page = page(count, values.getBytes());
            return new EncodedChunk(
                    page, metadata(schema.getName(), page, count, least, greatest), schema);
        }
    }

    private static byte[] page(int count, BytesInput values) throws IOException {
        ByteArrayOutputStream present = new ByteArrayOutputStream();
        // One run: each of the rows has a value.
        BytesUtils.writeUnsignedVarInt(count << 1, present);
        present.write(1);
        int length = Integer.BYTES + present.size() + Math.toIntExact(values.size());
        PageHeader header = new PageHeader(PageType.DATA_PAGE, length, length);
        header.setData_page_header(
                new DataPageHeader(
                        count, Encoding.DELTA_BINARY_PACKED, Encoding.RLE, Encoding.RLE));
        ByteArrayOutputStream page = new ByteArrayOutputStream(length + 64);
        Util.writePageHeader(header, page);
        BytesUtils.writeIntLittleEndian(page, present.size());
        present.writeTo(page);
        values.writeAllTo(page);
        return page.toByteArray();
    }

    private static ColumnMetaData metadata(
            String name, byte[] page, int count, long least, long greatest) {
        ColumnMetaData metadata =
                new ColumnMetaData(
                        Type.INT64,
                        List.of(Encoding.DELTA_BINARY_PACKED, Encoding.RLE),
                        List.of(name),
                        CompressionCodec.UNCOMPRESSED,
                        count,
                        page.length,
                        page.length,
                        0);
        Statistics statistics = new Statistics();
        statistics.setNull_count(0);
        statistics.setMin_value(bytes(least));
        statistics.setMax_value(bytes(greatest));
        return metadata.setStatistics(statistics);
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static DeltaBinaryPackingValuesWriterForLong writer() {
        return new DeltaBinaryPackingValuesWriterForLong(
                VALUES_OF_BLOCK, PARTS_OF_BLOCK, SLAB, SLAB, new HeapByteBufferAllocator());
    }
}
