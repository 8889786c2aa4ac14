package dev.trendlake.bench.lake;

import dev.trendlake.bench.stack.BenchProject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** The least that must be read: the chunks of some columns in the row groups of an event. */
final class NeededBytes {
    /** The length of the footer and the magic word. */
    private static final int TAIL = 8;

    private final Path project;

    /** Takes the folder that stands for the lake's bucket. */
    NeededBytes(Path lake) {
        this.project = lake.resolve("events/project_id=" + BenchProject.ID);
    }

    /** The bytes of a question on some days, the last one included. */
    long of(LakeQuestion question, LocalDate from, LocalDate to) throws IOException {
        long bytes = 0;
        for (LocalDate day : from.datesUntil(to.plusDays(1)).toList()) {
            try (Stream<Path> files = Files.list(project.resolve("day=" + day))) {
                bytes +=
                        files.filter(file -> file.toString().endsWith(".parquet"))
                                .mapToLong(file -> of(question, footer(file)))
                                .sum();
            }
        }
        return bytes;
    }

    private static long of(LakeQuestion question, FileMetaData footer) {
        return footer.getRow_groups().stream()
                .filter(group -> mayHave(question.event(), group))
                .flatMap(group -> group.getColumns().stream())
                .map(column -> column.getMeta_data())
                .filter(column ->
                        question.columns().contains(column.getPath_in_schema().getFirst()))
                .mapToLong(ColumnMetaData::getTotal_compressed_size)
                .sum();
    }

    private static boolean mayHave(Optional<String> event, RowGroup group) {
        return event.isEmpty()
                || group.getColumns().stream()
                        .map(column -> column.getMeta_data())
                        .filter(column -> column.getPath_in_schema().getFirst().equals("event"))
                        .allMatch(column -> isWithin(event.get(), column));
    }

    private static boolean isWithin(String event, ColumnMetaData column) {
        String least = new String(column.getStatistics().getMin_value(), StandardCharsets.UTF_8);
        String greatest = new String(column.getStatistics().getMax_value(), StandardCharsets.UTF_8);
        return least.compareTo(event) <= 0 && greatest.compareTo(event) >= 0;
    }

    private static FileMetaData footer(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - TAIL;
            int length = ByteBuffer.wrap(bytes, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
            return Util.readFileMetaData(new ByteArrayInputStream(bytes, end - length, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
