package dev.trendlake.intake.lake;

import static io.trino.spi.type.BigintType.BIGINT;
import static io.trino.spi.type.TimestampType.TIMESTAMP_MILLIS;

import io.airlift.units.DataSize;
import io.trino.parquet.writer.ParquetSchemaConverter;
import io.trino.parquet.writer.ParquetWriter;
import io.trino.parquet.writer.ParquetWriterOptions;
import io.trino.spi.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;

/**
 * A row group as bytes.
 *
 * @param rows how many rows it has
 * @param chunks its columns, in their order
 */
record EncodedRowGroup(long rows, List<EncodedChunk> chunks) {
    private static final String WRITTEN_BY = "trendlake";
    private static final ParquetWriterOptions ONE_ROW_GROUP =
            ParquetWriterOptions.builder()
                    .setMaxBlockSize(DataSize.of(1, DataSize.Unit.GIGABYTE))
                    .setMaxRowGroupRowCount(Integer.MAX_VALUE)
                    .build();

    EncodedRowGroup {
        chunks = List.copyOf(chunks);
    }

    /** What a file of these columns says of them: of the whole first, then of each column. */
    static List<SchemaElement> schema(List<? extends LakeColumn<?>> columns) throws IOException {
        return write(columns, List.of(), new ByteArrayOutputStream()).getSchema();
    }

    /**
     * Encodes rows, of which there are some.
     *
     * @param schema of the columns
     */
    static EncodedRowGroup of(
            List<? extends LakeColumn<?>> columns, List<SchemaElement> schema, List<Page> pages)
            throws IOException {
        int[] others =
                IntStream.range(0, columns.size())
                        .filter(column -> !isNumbers(columns.get(column), pages, column))
                        .toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        FileMetaData footer =
                write(
                        Arrays.stream(others).mapToObj(columns::get).toList(),
                        pages.stream().map(page -> page.getColumns(others)).toList(),
                        out);
        byte[] bytes = out.toByteArray();
        List<EncodedChunk> chunks = new ArrayList<>();
        int other = 0;
        for (int column = 0; column < columns.size(); column++) {
            SchemaElement element = schema.get(column + 1);
            if (other < others.length && others[other] == column) {
                ColumnMetaData metadata =
                        footer.getRow_groups().getFirst().getColumns().get(other++).getMeta_data();
                chunks.add(chunk(bytes, metadata, element));
            } else {
                chunks.add(NumberChunk.of(pages, column, unit(columns.get(column)), element));
            }
        }
        return new EncodedRowGroup(pages.stream().mapToLong(Page::getPositionCount).sum(), chunks);
    }

    private static FileMetaData write(
            List<? extends LakeColumn<?>> columns, List<Page> pages, ByteArrayOutputStream out)
            throws IOException {
        ParquetSchemaConverter schema =
                new ParquetSchemaConverter(
                        columns.stream().map(LakeColumn::type).toList(),
                        columns.stream().map(LakeColumn::name).toList(),
                        false,
                        false);
        ParquetWriter writer =
                new ParquetWriter(
                        out,
                        schema.getMessageType(),
                        schema.getPrimitiveTypes(),
                        ONE_ROW_GROUP,
                        CompressionCodec.ZSTD,
                        WRITTEN_BY,
                        Optional.empty(),
                        Optional.empty());
        try (writer) {
            for (Page page : pages) {
                writer.write(page);
            }
        }
        return writer.getFileMetaData();
    }

    private static EncodedChunk chunk(byte[] file, ColumnMetaData source, SchemaElement schema) {
        ColumnMetaData metadata = new ColumnMetaData(source);
        long start = source.getData_page_offset();
        if (source.isSetDictionary_page_offset()) {
            start = Math.min(start, source.getDictionary_page_offset());
            metadata.setDictionary_page_offset(source.getDictionary_page_offset() - start);
        }
        metadata.setData_page_offset(source.getData_page_offset() - start);
        metadata.unsetEncoding_stats();
        long end = start + source.getTotal_compressed_size();
        byte[] bytes = Arrays.copyOfRange(file, Math.toIntExact(start), Math.toIntExact(end));
        return new EncodedChunk(bytes, metadata, schema);
    }

    private static boolean isNumbers(LakeColumn<?> column, List<Page> pages, int place) {
        return unit(column) > 0
                && pages.stream().noneMatch(page -> page.getBlock(place).mayHaveNull());
    }

    // How many of the engine's units a number counts in the file; 0 for what is no such number.
    private static long unit(LakeColumn<?> column) {
        if (column.type().equals(TIMESTAMP_MILLIS)) {
            return LakeColumn.MICROSECONDS;
        }
        return column.type().equals(BIGINT) ? 1 : 0;
    }
}
