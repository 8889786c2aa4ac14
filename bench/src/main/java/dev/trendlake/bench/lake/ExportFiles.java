package dev.trendlake.bench.lake;

import dev.trendlake.intake.lake.LakeColumn;
import io.trino.parquet.writer.ParquetSchemaConverter;
import io.trino.parquet.writer.ParquetWriter;
import io.trino.parquet.writer.ParquetWriterOptions;
import io.trino.spi.PageBuilder;
import io.trino.spi.type.Type;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.CompressionCodec;

/** Writes events as PostHog exports them: in the order of their coming, a file a day. */
final class ExportFiles {
    private static final List<LakeColumn<ExportedEvent>> COLUMNS =
            List.of(
                    LakeColumn.text("uuid", ExportedEvent::uuid),
                    LakeColumn.text("event", ExportedEvent::event),
                    LakeColumn.text("distinct_id", ExportedEvent::distinctId),
                    LakeColumn.text("person_id", ExportedEvent::personId),
                    LakeColumn.timestamp("timestamp", ExportedEvent::timestamp),
                    LakeColumn.text("elements_chain", _ -> ""),
                    LakeColumn.text("person_properties", ExportedEvent::personProperties),
                    LakeColumn.text("properties", ExportedEvent::properties));

    private ExportFiles() {}

    /** Writes a Parquet file as any writer does: ZSTD, rows as they come. */
    static void parquet(Stream<ExportedEvent> events, Path file) throws IOException {
        List<Type> types = COLUMNS.stream().map(LakeColumn::type).toList();
        ParquetSchemaConverter schema =
                new ParquetSchemaConverter(
                        types, COLUMNS.stream().map(LakeColumn::name).toList(), false, false);
        try (ParquetWriter writer =
                new ParquetWriter(
                        new BufferedOutputStream(Files.newOutputStream(file)),
                        schema.getMessageType(),
                        schema.getPrimitiveTypes(),
                        ParquetWriterOptions.builder().build(),
                        CompressionCodec.ZSTD,
                        "exported",
                        Optional.empty(),
                        Optional.empty())) {
            PageBuilder page = new PageBuilder(types);
            for (Iterator<ExportedEvent> each = events.iterator(); each.hasNext(); ) {
                ExportedEvent event = each.next();
                page.declarePosition();
                for (int i = 0; i < types.size(); i++) {
                    COLUMNS.get(i).writer().accept(page.getBlockBuilder(i), event);
                }
                if (page.isFull() || !each.hasNext()) {
                    writer.write(page.build());
                    page.reset();
                }
            }
        }
    }

    /** Writes JSON lines under gzip. */
    static void jsonLines(Stream<ExportedEvent> events, Path file) throws IOException {
        try (BufferedWriter lines =
                new BufferedWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16),
                                StandardCharsets.UTF_8))) {
            for (Iterator<ExportedEvent> each = events.iterator(); each.hasNext(); ) {
                lines.write(line(each.next()));
            }
        }
    }

    private static String line(ExportedEvent event) {
        return """
        {"uuid":"%s","event":"%s","distinct_id":"%s","person_id":"%s","timestamp":"%s",\
        "created_at":"%s","elements_chain":"","person_properties":%s,"properties":%s}
        """
                .formatted(
                        event.uuid(),
                        event.event(),
                        event.distinctId(),
                        event.personId(),
                        event.timestamp(),
                        event.timestamp(),
                        event.personProperties(),
                        event.properties());
    }
}
