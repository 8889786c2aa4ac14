package dev.trendlake.intake.source;

import io.airlift.units.DataSize;
import io.trino.parquet.ParquetDataSource;
import io.trino.parquet.ParquetReaderOptions;
import io.trino.parquet.metadata.BlockMetadata;
import io.trino.parquet.metadata.ParquetMetadata;
import io.trino.parquet.reader.MetadataReader;
import io.trino.parquet.reader.ParquetReader;
import io.trino.spi.Page;
import io.trino.spi.connector.SourcePage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/** Reads a Parquet file, with whatever compression. */
final class ParquetRows {
    // Pieces that are read from a disk one by one cost nothing; joined ones stay in memory until
    // the last of them is used.
    private static final ParquetReaderOptions OPTIONS =
            ParquetReaderOptions.builder()
                    .withMaxMergeDistance(DataSize.ofBytes(0))
                    .withMaxBufferSize(DataSize.of(1, DataSize.Unit.MEGABYTE))
                    .withMaxReadBlockSize(DataSize.of(512, DataSize.Unit.KILOBYTE))
                    .build();

    /** What the reader doesn't know. */
    private static final Set<CompressionCodecName> TRANSCODED =
            Set.of(CompressionCodecName.BROTLI, CompressionCodecName.LZ4_RAW);

    private final List<WantedColumn> wanted;
    private final RowTaker taker;

    ParquetRows(List<WantedColumn> wanted, RowTaker taker) {
        this.wanted = wanted;
        this.taker = taker;
    }

    void read(Path file) throws IOException {
        Path plain = Files.createTempFile("trendlake-plain-", ".parquet");
        try (Reading reading = new Reading(file, plain)) {
            Optional<RowBatch.Rows> rows = reading.next();
            while (rows.isPresent()) {
                taker.take(rows.get());
                rows = reading.next();
            }
            if (!reading.damage.isEmpty()) {
                taker.damaged(reading.row, reading.damage);
            }
        } finally {
            Files.delete(plain);
        }
    }

    /** One file being read; all that goes wrong with it is damage of the file. */
    private final class Reading implements AutoCloseable {
        private final List<Closeable> open = new ArrayList<>();
        private final Map<String, PageColumn> columns = new HashMap<>();
        private Optional<ParquetReader> reader = Optional.empty();
        private String damage = "";
        private long row = 1;

        Reading(Path file, Path plain) {
            try {
                reader = Optional.of(open(file, plain));
            } catch (UnfitFile | IOException | RuntimeException e) {
                damage = "no Parquet file that can be read: " + e.getMessage();
            }
        }

        Optional<RowBatch.Rows> next() {
            if (reader.isEmpty()) {
                return Optional.empty();
            }
            try {
                SourcePage source = reader.get().nextPage();
                if (source == null) {
                    return Optional.empty();
                }
                // Columns are read when they are asked for: here and not by others.
                Page page = source.getPage();
                RowBatch.Rows rows = new RowBatch.Rows(page, columns, row);
                row += page.getPositionCount();
                return Optional.of(rows);
            } catch (IOException | RuntimeException e) {
                damage = "damaged from this row on: " + e.getMessage();
                return Optional.empty();
            }
        }

        private ParquetReader open(Path file, Path plain) throws IOException, UnfitFile {
            ParquetDataSource source = source(file);
            ParquetMetadata metadata = MetadataReader.readFooter(source, Optional.empty());
            if (isTranscoded(metadata)) {
                ParquetTranscoder.transcode(file, plain);
                source = source(plain);
                metadata = MetadataReader.readFooter(source, Optional.empty());
            }
            MessageType schema = metadata.getFileMetaData().getSchema();
            List<WantedColumn> present = WantedColumns.in(schema, wanted);
            List<PageColumn.Kind> kinds = new ArrayList<>();
            for (WantedColumn column : present) {
                PageColumn.Kind kind = WantedColumns.kind(schema, column);
                columns.put(column.name(), new PageColumn(kinds.size(), kind));
                kinds.add(kind);
            }
            ParquetReader opened =
                    RowGroups.reader(
                            source,
                            metadata,
                            present.stream().map(WantedColumn::name).toList(),
                            kinds.stream().map(PageColumn.Kind::type).toList(),
                            OPTIONS);
            open.add(opened);
            return opened;
        }

        private ParquetDataSource source(Path file) throws IOException {
            ParquetDataSource source = new FileDataSource(file, OPTIONS);
            open.add(source);
            return source;
        }

        @Override
        public void close() throws IOException {
            for (Closeable opened : open.reversed()) {
                opened.close();
            }
        }
    }

    private static boolean isTranscoded(ParquetMetadata metadata) throws IOException {
        for (BlockMetadata block : metadata.getBlocks()) {
            if (block.columns().stream()
                    .anyMatch(column -> TRANSCODED.contains(column.getCodec()))) {
                return true;
            }
        }
        return false;
    }
}
