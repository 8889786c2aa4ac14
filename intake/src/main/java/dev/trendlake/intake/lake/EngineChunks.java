package dev.trendlake.intake.lake;

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
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.SchemaElement;

/**
 * Columns of one row group as the engine's own writer encodes them, page by page: into a file in
 * memory, of which the chunks are kept. Not safe for several threads.
 */
final class EngineChunks {
    private static final String WRITTEN_BY = "trendlake";
    private static final ParquetWriterOptions ONE_ROW_GROUP =
            ParquetWriterOptions.builder()
                    .setMaxBlockSize(DataSize.of(1, DataSize.Unit.GIGABYTE))
                    .setMaxRowGroupRowCount(Integer.MAX_VALUE)
                    .build();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ParquetWriter writer;

    EngineChunks(List<? extends LakeColumn<?>> columns) {
        ParquetSchemaConverter schema =
                new ParquetSchemaConverter(
                        columns.stream().map(LakeColumn::type).toList(),
                        columns.stream().map(LakeColumn::name).toList(),
                        false,
                        false);
        writer =
                new ParquetWriter(
                        out,
                        schema.getMessageType(),
                        schema.getPrimitiveTypes(),
                        ONE_ROW_GROUP,
                        CompressionCodec.ZSTD,
                        WRITTEN_BY,
                        Optional.empty(),
                        Optional.empty());
    }

    /** What a file of these columns says of them: of the whole first, then of each column. */
    static List<SchemaElement> schema(List<? extends LakeColumn<?>> columns) throws IOException {
        EngineChunks none = new EngineChunks(columns);
        none.writer.close();
        return none.writer.getFileMetaData().getSchema();
    }

    /** Adds rows. */
    void add(Page page) throws IOException {
        writer.write(page);
    }

    /**
     * The chunks of the rows, of which there are some, in the order of the columns.
     *
     * @param schema of the columns alone
     */
    List<EncodedChunk> end(List<SchemaElement> schema) throws IOException {
        writer.close();
        byte[] file = out.toByteArray();
        List<ColumnChunk> columns =
                writer.getFileMetaData().getRow_groups().getFirst().getColumns();
        List<EncodedChunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            chunks.add(chunk(file, columns.get(i).getMeta_data(), schema.get(i)));
        }
        return chunks;
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
}
