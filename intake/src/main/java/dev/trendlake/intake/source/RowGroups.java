package dev.trendlake.intake.source;

import static io.trino.memory.context.AggregatedMemoryContext.newSimpleAggregatedMemoryContext;

import io.trino.parquet.Column;
import io.trino.parquet.Field;
import io.trino.parquet.ParquetDataSource;
import io.trino.parquet.ParquetReaderOptions;
import io.trino.parquet.ParquetTypeUtils;
import io.trino.parquet.metadata.ParquetMetadata;
import io.trino.parquet.predicate.PredicateUtils;
import io.trino.parquet.reader.ParquetReader;
import io.trino.parquet.reader.RowGroupInfo;
import io.trino.spi.predicate.TupleDomain;
import io.trino.spi.type.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.schema.MessageType;
import org.joda.time.DateTimeZone;

/** Reads all row groups of a Parquet file that came from elsewhere. */
final class RowGroups {
    private RowGroups() {}

    /** A reader of columns, which the file has, in the order given. */
    static ParquetReader reader(
            ParquetDataSource file,
            ParquetMetadata metadata,
            List<String> names,
            List<Type> types,
            ParquetReaderOptions options)
            throws IOException {
        MessageType schema = metadata.getFileMetaData().getSchema();
        MessageColumnIO root = ParquetTypeUtils.getColumnIO(schema, schema);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), field(root, names.get(i), types.get(i))));
        }
        return new ParquetReader(
                Optional.ofNullable(metadata.getFileMetaData().getCreatedBy()),
                columns,
                false,
                all(file, metadata, schema, options),
                file,
                DateTimeZone.UTC,
                newSimpleAggregatedMemoryContext(),
                options,
                RowGroups::unchecked,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Field field(MessageColumnIO root, String name, Type type) {
        return ParquetTypeUtils.constructField(
                        type, ParquetTypeUtils.lookupColumnByName(root, name))
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    private static List<RowGroupInfo> all(
            ParquetDataSource file,
            ParquetMetadata metadata,
            MessageType schema,
            ParquetReaderOptions options)
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
                options);
    }

    private static RuntimeException unchecked(Exception failure) {
        return failure instanceof RuntimeException runtime
                ? runtime
                : new UncheckedIOException(new IOException(failure));
    }
}
