package dev.trendlake.bench.stack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** The size of columns in the lake, as the files' footers tell it. */
final class ColumnBytes {
    /** The length of the footer and the magic word. */
    private static final int TAIL = 8;

    private final Path project;

    /** Takes the folder that stands for the lake's bucket. */
    ColumnBytes(Path lake) {
        this.project = lake.resolve("events/project_id=" + BenchProject.ID);
    }

    /** The compressed bytes of columns on some days, the last one included. */
    long of(Set<String> columns, LocalDate from, LocalDate to) throws IOException {
        long bytes = 0;
        for (LocalDate day : from.datesUntil(to.plusDays(1)).toList()) {
            for (Path file : files(day)) {
                bytes += of(columns, footer(file));
            }
        }
        return bytes;
    }

    private List<Path> files(LocalDate day) throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("day=" + day))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    private static long of(Set<String> columns, FileMetaData footer) {
        return footer.getRow_groups().stream()
                .flatMap(group -> group.getColumns().stream())
                .map(column -> column.getMeta_data())
                .filter(column -> columns.contains(column.getPath_in_schema().getFirst()))
                .mapToLong(ColumnMetaData::getTotal_compressed_size)
                .sum();
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
