package dev.trendlake.local.athena;

import static io.trino.spi.type.BigintType.BIGINT;
import static io.trino.spi.type.TimestampType.TIMESTAMP_MILLIS;
import static io.trino.spi.type.VarcharType.VARCHAR;

import io.airlift.slice.Slices;
import io.trino.parquet.writer.ParquetSchemaConverter;
import io.trino.parquet.writer.ParquetWriter;
import io.trino.parquet.writer.ParquetWriterOptions;
import io.trino.spi.PageBuilder;
import io.trino.spi.type.Type;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.format.CompressionCodec;

/** Events in a bucket, as the lake keeps them. */
record TestEvents(Path bucket) {
    private static final List<Type> TYPES = List.of(VARCHAR, TIMESTAMP_MILLIS, BIGINT);
    private static final List<String> NAMES = List.of("event", "timestamp", "person_key");

    record Event(String name, Instant time, long person) {}

    /** The table over them, its columns in the order of the files. */
    static GlueTable table() {
        return new GlueTable(
                "lake",
                "events",
                "s3://lake/events/",
                List.of(
                        new GlueColumn("event", "string"),
                        new GlueColumn("timestamp", "timestamp"),
                        new GlueColumn("person_key", "bigint")),
                List.of(new GlueColumn("project_id", "string"), new GlueColumn("day", "string")),
                GlueFormat.parquet(),
                Map.of(
                        "projection.enabled", "true",
                        "projection.project_id.type", "injected",
                        "projection.day.type", "date",
                        "projection.day.format", "yyyy-MM-dd",
                        "projection.day.range", "2010-01-01,NOW+1DAYS",
                        "storage.location.template",
                                "s3://lake/events/project_id=${project_id}/day=${day}/",
                        "classification", "parquet"));
    }

    void write(String project, String day, List<Event> events) throws IOException {
        Path folder = bucket.resolve("events/project_id=" + project + "/day=" + day);
        Files.createDirectories(folder);
        ParquetSchemaConverter schema = new ParquetSchemaConverter(TYPES, NAMES, false, false);
        try (OutputStream output = Files.newOutputStream(folder.resolve("part-0.parquet"));
                ParquetWriter writer =
                        new ParquetWriter(
                                output,
                                schema.getMessageType(),
                                schema.getPrimitiveTypes(),
                                ParquetWriterOptions.builder().build(),
                                CompressionCodec.ZSTD,
                                "test",
                                Optional.empty(),
                                Optional.empty())) {
            PageBuilder page = new PageBuilder(TYPES);
            for (Event event : events) {
                page.declarePosition();
                VARCHAR.writeSlice(page.getBlockBuilder(0), Slices.utf8Slice(event.name()));
                TIMESTAMP_MILLIS.writeLong(
                        page.getBlockBuilder(1), event.time().toEpochMilli() * 1_000);
                BIGINT.writeLong(page.getBlockBuilder(2), event.person());
            }
            writer.write(page.build());
        }
    }
}
