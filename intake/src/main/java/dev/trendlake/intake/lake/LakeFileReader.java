package dev.trendlake.intake.lake;

import static io.trino.memory.context.AggregatedMemoryContext.newSimpleAggregatedMemoryContext;

import io.trino.parquet.Column;
import io.trino.parquet.Field;
import io.trino.parquet.ParquetDataSource;
import io.trino.parquet.ParquetReaderOptions;
import io.trino.parquet.ParquetTypeUtils;
import io.trino.parquet.metadata.ParquetMetadata;
import io.trino.parquet.predicate.PredicateUtils;
import io.trino.parquet.reader.MetadataReader;
import io.trino.parquet.reader.ParquetReader;
import io.trino.parquet.reader.RowGroupInfo;
import io.trino.spi.Page;
import io.trino.spi.block.Block;
import io.trino.spi.block.RunLengthEncodedBlock;
import io.trino.spi.connector.SourcePage;
import io.trino.spi.predicate.TupleDomain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.schema.MessageType;
import org.joda.time.DateTimeZone;

/** Reads columns of a file, and these alone. */
public final class LakeFileReader {
    static final ParquetReaderOptions OPTIONS = ParquetReaderOptions.defaultOptions();

    private LakeFileReader() {}

    /**
     * Gives the pages of a file in their order, with the columns in the order asked for. One that
     * the file doesn't have is NULL in each row.
     */
    public static void pages(
            ParquetDataSource file,
            List<? extends LakeColumn<?>> columns,
            Consumer<SourcePage> pages)
            throws IOException {
        ParquetMetadata metadata = MetadataReader.readFooter(file, Optional.empty());
        MessageType schema = metadata.getFileMetaData().getSchema();
        List<? extends LakeColumn<?>> present =
                columns.stream().filter(column -> schema.containsField(column.name())).toList();
        try (ParquetReader reader =
                new ParquetReader(
                        Optional.ofNullable(metadata.getFileMetaData().getCreatedBy()),
                        fields(schema, present),
                        false,
                        rowGroups(file, metadata, schema),
                        file,
                        DateTimeZone.UTC,
                        newSimpleAggregatedMemoryContext(),
                        OPTIONS,
                        LakeFileReader::unchecked,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())) {
            SourcePage page = reader.nextPage();
            while (page != null) {
                pages.accept(completed(page, present, columns));
                page = reader.nextPage();
            }
        }
    }

    /** Gives the rows of a file in their order. */
    public static void rows(
            ParquetDataSource file, List<? extends LakeColumn<?>> columns, Consumer<LakeRow> rows)
            throws IOException {
        pages(
                file,
                columns,
                page -> {
                    for (int row = 0; row < page.getPositionCount(); row++) {
                        rows.accept(new LakeRow(page, row));
                    }
                });
    }

    private static SourcePage completed(
            SourcePage page,
            List<? extends LakeColumn<?>> present,
            List<? extends LakeColumn<?>> columns) {
        if (present.size() == columns.size()) {
            return page;
        }
        Block[] blocks = new Block[columns.size()];
        int next = 0;
        for (int i = 0; i < blocks.length; i++) {
            boolean isPresent =
                    next < present.size() && present.get(next).name().equals(columns.get(i).name());
            blocks[i] =
                    isPresent
                            ? page.getBlock(next++)
                            : RunLengthEncodedBlock.create(
                                    columns.get(i).type(), null, page.getPositionCount());
        }
        return SourcePage.create(new Page(page.getPositionCount(), blocks));
    }

    private static List<Column> fields(MessageType schema, List<? extends LakeColumn<?>> columns) {
        MessageColumnIO root = ParquetTypeUtils.getColumnIO(schema, schema);
        return columns.stream()
                .map(column -> new Column(column.name(), field(root, column)))
                .toList();
    }

    private static Field field(MessageColumnIO root, LakeColumn<?> column) {
        return ParquetTypeUtils.constructField(
                        column.type(), ParquetTypeUtils.lookupColumnByName(root, column.name()))
                .orElseThrow(() -> new IllegalArgumentException("no column " + column.name()));
    }

    private static List<RowGroupInfo> rowGroups(
            ParquetDataSource file, ParquetMetadata metadata, MessageType schema)
            throws IOException {
        Map<List<String>, ColumnDescriptor> descriptors =
                ParquetTypeUtils.getDescriptors(schema, schema);
        TupleDomain<ColumnDescriptor> everything = TupleDomain.all();
        return PredicateUtils.getFilteredRowGroups(
                0,
                file.getEstimatedSize(),
                file,
                metadata,
                List.of(everything),
                List.of(
                        PredicateUtils.buildPredicate(
                                schema, everything, descriptors, DateTimeZone.UTC)),
                descriptors,
                DateTimeZone.UTC,
                1,
                OPTIONS);
    }

    private static RuntimeException unchecked(Exception failure) {
        if (failure instanceof RuntimeException runtime) {
            return runtime;
        }
        return new UncheckedIOException(new IOException(failure));
    }
}
