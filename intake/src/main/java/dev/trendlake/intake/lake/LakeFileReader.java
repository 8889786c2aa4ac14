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

/** Reads columns of a file, and these alone. One that the file doesn't have is NULL in each row. */
public final class LakeFileReader implements AutoCloseable {
    static final ParquetReaderOptions OPTIONS = ParquetReaderOptions.defaultOptions();

    private final List<? extends LakeColumn<?>> columns;
    private final List<? extends LakeColumn<?>> present;
    private final ParquetReader reader;

    private LakeFileReader(
            List<? extends LakeColumn<?>> columns,
            List<? extends LakeColumn<?>> present,
            ParquetReader reader) {
        this.columns = columns;
        this.present = present;
        this.reader = reader;
    }

    /** Opens a file, which is closed with the reader. */
    public static LakeFileReader open(ParquetDataSource file, List<? extends LakeColumn<?>> columns)
            throws IOException {
        ParquetMetadata metadata = MetadataReader.readFooter(file, Optional.empty());
        MessageType schema = metadata.getFileMetaData().getSchema();
        List<? extends LakeColumn<?>> present =
                columns.stream().filter(column -> schema.containsField(column.name())).toList();
        ParquetReader reader =
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
                        Optional.empty());
        return new LakeFileReader(columns, present, reader);
    }

    /** The next rows in their order, with the columns in the order asked for; empty at the end. */
    public Optional<SourcePage> next() throws IOException {
        return Optional.ofNullable(reader.nextPage()).map(this::completed);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Gives the pages of a file in their order, with the columns in the order asked for. */
    public static void pages(
            ParquetDataSource file,
            List<? extends LakeColumn<?>> columns,
            Consumer<SourcePage> pages)
            throws IOException {
        try (LakeFileReader reader = open(file, columns)) {
            Optional<SourcePage> page = reader.next();
            while (page.isPresent()) {
                pages.accept(page.get());
                page = reader.next();
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

    private SourcePage completed(SourcePage page) {
        if (present.size() == columns.size()) {
            return page;
        }
        Block[] blocks = new Block[columns.size()];
        int next = 0;
        for (int i = 0; i < blocks.length; i++) {
            LakeColumn<?> column = columns.get(i);
            boolean isPresent =
                    next < present.size() && present.get(next).name().equals(column.name());
            blocks[i] = isPresent ? page.getBlock(next++) : nothing(column, page);
        }
        return SourcePage.create(new Page(page.getPositionCount(), blocks));
    }

    private static Block nothing(LakeColumn<?> column, SourcePage page) {
        return RunLengthEncodedBlock.create(column.type(), null, page.getPositionCount());
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
