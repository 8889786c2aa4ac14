package dev.trendlake.local.load;

import io.trino.parquet.writer.ParquetSchemaConverter;
import io.trino.parquet.writer.ParquetWriter;
import io.trino.parquet.writer.ParquetWriterOptions;
import io.trino.spi.PageBuilder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.CompressionCodec;

/**
 * Writes a file of events as the lake has them: Parquet, ZSTD, rows in the order of event, person
 * and time, so that an engine skips the row groups of other events.
 */
final class EventFileWriter {
    private static final String WRITTEN_BY = "trendlake";
    private static final Comparator<Keyed> ORDER =
            Comparator.comparing((Keyed keyed) -> keyed.event().event())
                    .thenComparingLong(Keyed::personKey)
                    .thenComparing(keyed -> keyed.event().timestamp())
                    .thenComparing(keyed -> keyed.event().uuid())
                    .thenComparing(keyed -> keyed.event().distinctId());

    /** An event with its person's key, which is computed once and not at each comparison. */
    private record Keyed(Event event, long personKey) {
        Keyed(Event event) {
            this(event, PersonKey.of(event.personId()));
        }
    }

    private EventFileWriter() {}

    /**
     * Writes events to a file, in whatever order they come.
     *
     * @return a name that follows from the content: the same events give the same name
     */
    static String write(List<Event> events, Path file) throws IOException {
        MessageDigest digest = EventKey.sha256();
        try (OutputStream out =
                new DigestOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            write(events.stream().map(Keyed::new).sorted(ORDER).map(Keyed::event).toList(), out);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16) + ".parquet";
    }

    private static void write(List<Event> events, OutputStream out) throws IOException {
        ParquetSchemaConverter schema =
                new ParquetSchemaConverter(
                        EventColumns.types(), EventColumns.names(), false, false);
        try (ParquetWriter writer =
                new ParquetWriter(
                        out,
                        schema.getMessageType(),
                        schema.getPrimitiveTypes(),
                        ParquetWriterOptions.builder().build(),
                        CompressionCodec.ZSTD,
                        WRITTEN_BY,
                        Optional.empty(),
                        Optional.empty())) {
            writePages(events, writer);
        }
    }

    private static void writePages(List<Event> events, ParquetWriter writer) throws IOException {
        PageBuilder page = new PageBuilder(EventColumns.types());
        for (Event event : events) {
            append(event, page);
            if (page.isFull()) {
                writer.write(page.build());
                page.reset();
            }
        }
        if (!page.isEmpty()) {
            writer.write(page.build());
        }
    }

    private static void append(Event event, PageBuilder page) {
        page.declarePosition();
        List<EventColumn> columns = EventColumns.all();
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).write(page.getBlockBuilder(i), event);
        }
    }
}
