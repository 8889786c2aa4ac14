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
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;

/**
 * A row group as bytes.
 *
 * @param rows how many rows it has
 * @param root the schema's first element
 * @param chunks its columns, in their order
 */
record EncodedRowGroup(long rows, SchemaElement root, List<EncodedChunk> chunks) {
    private static final String WRITTEN_BY = "trendlake";
    private static final ParquetWriterOptions ONE_ROW_GROUP =
            ParquetWriterOptions.builder()
                    .setMaxBlockSize(DataSize.of(1, DataSize.Unit.GIGABYTE))
                    .setMaxRowGroupRowCount(Integer.MAX_VALUE)
                    .build();

    EncodedRowGroup {
        chunks = List.copyOf(chunks);
    }

    /** Encodes rows, of which there are some. */
    static EncodedRowGroup of(List<? extends LakeColumn<?>> columns, List<Page> pages)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
        FileMetaData footer = write(columns, pages, out);
        byte[] bytes = out.toByteArray();
        RowGroup group = footer.getRow_groups().getFirst();
        List<EncodedChunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            SchemaElement schema = footer.getSchema().get(i + 1);
            long unit = unit(columns.get(i));
            chunks.add(
                    unit > 0 && hasAll(pages, i)
                            ? NumberChunk.of(pages, i, unit, schema)
                            : chunk(bytes, group.getColumns().get(i).getMeta_data(), schema));
        }
        return new EncodedRowGroup(group.getNum_rows(), footer.getSchema().getFirst(), chunks);
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

    // How many of the engine's units a number counts in the file; 0 for what is no such number.
    private static long unit(LakeColumn<?> column) {
        if (column.type().equals(TIMESTAMP_MILLIS)) {
            return LakeColumn.MICROSECONDS;
        }
        return column.type().equals(BIGINT) ? 1 : 0;
    }

    private static boolean hasAll(List<Page> pages, int column) {
        return pages.stream().noneMatch(page -> page.getBlock(column).mayHaveNull());
    }
}
