package dev.trendlake.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.spi.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that DuckDB wrote, which knows nothing of ours. */
class ParquetFormatsTest {
    private static final int ROWS = 5_000;
    private static final List<WantedColumn> COLUMNS =
            List.of(
                    WantedColumn.required("uuid", PageColumn.Kind.TEXT),
                    WantedColumn.optional("properties", PageColumn.Kind.TEXT),
                    WantedColumn.required(
                            "timestamp",
                            PageColumn.Kind.MICROSECONDS,
                            PageColumn.Kind.NANOSECONDS,
                            PageColumn.Kind.TEXT));

    @TempDir Path folder;
    private final List<String> rows = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();

    private final RowTaker taker =
            new RowTaker() {
                @Override
                public void take(RowBatch batch) {
                    RowBatch.Rows some = (RowBatch.Rows) batch;
                    for (int row = 0; row < some.page().getPositionCount(); row++) {
                        rows.add(text(some, row));
                    }
                }

                @Override
                public void damaged(long row, String reason) {
                    damages.add(row + ": " + reason);
                }
            };

    @ParameterizedTest
    @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4", "lz4_raw"})
    void readsEveryCompressionWhateverTheName(String compression) throws Exception {
        Path file = folder.resolve("x.parquet.zst");
        write(
                file,
                "SELECT 'u' || i AS uuid, CASE WHEN i % 3 = 0 THEN NULL ELSE repeat('é' || i, 9)"
                        + " END AS properties, 7 AS other, TIMESTAMP '2020-01-02 03:04:05.678901'"
                        + " AS \"timestamp\" FROM range(%d) t(i)".formatted(ROWS),
                "COMPRESSION " + compression + ", ROW_GROUP_SIZE 2048");
        read(file);

        assertThat(damages).isEmpty();
        assertThat(rows).hasSize(ROWS);
        for (int i = 0; i < ROWS; i++) {
            String properties = i % 3 == 0 ? "null" : ("é" + i).repeat(9);
            assertThat(rows.get(i)).isEqualTo("u%d %s 1577934245678".formatted(i, properties));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TIMESTAMPTZ '2020-01-02 03:04:05.678999+00' | 1577934245678",
                "TIMESTAMP_MS '2020-01-02 03:04:05.678' | 1577934245678",
                "TIMESTAMP_NS '2020-01-02 03:04:05.678999999' | 1577934245678",
                "TIMESTAMP '1969-12-31 23:59:59.999999' | -1",
                "'2020-01-02T03:04:05Z' | 2020-01-02T03:04:05Z",
            })
    void readsTimesOfEveryPrecision(String literal, String expected) throws Exception {
        Path file = folder.resolve("x.parquet");
        write(file, "SELECT 'u' AS uuid, %s AS \"timestamp\"".formatted(literal), "");
        read(file);

        assertThat(rows).containsExactly("u null " + expected);
    }

    @Test
    void saysWhichColumnIsMissing() throws Exception {
        Path file = folder.resolve("x.parquet");
        write(file, "SELECT 'u' AS uuid", "");
        read(file);

        assertThat(damages)
                .containsExactly(
                        "1: no Parquet file that can be read: it has no column 'timestamp'");
    }

    @Test
    void saysWhichColumnIsOfAnotherType() throws Exception {
        Path file = folder.resolve("x.parquet");
        write(file, "SELECT 'u' AS uuid, 5::BIGINT AS \"timestamp\"", "");
        read(file);

        assertThat(damages)
                .containsExactly(
                        "1: no Parquet file that can be read: its column 'timestamp' is 'required"
                                + " int64 timestamp (INTEGER(64,true))', which is none of:"
                                + " microseconds, nanoseconds, text");
    }

    @Test
    void readsNothingOfAFileWithoutItsEnd() throws Exception {
        Path file = folder.resolve("x.parquet");
        write(file, "SELECT 'u' AS uuid, now() AS \"timestamp\"", "");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        read(file);

        assertThat(rows).isEmpty();
        assertThat(damages).hasSize(1);
        assertThat(damages.getFirst()).startsWith("1: no Parquet file that can be read: ");
    }

    @Test
    void readsWhatComesBeforeADamagedPage() throws Exception {
        Path file = folder.resolve("x.parquet");
        write(
                file,
                "SELECT 'u' || i AS uuid, md5(i::VARCHAR) AS properties, '2020-01-02T03:04:05Z' AS"
                        + " \"timestamp\" FROM range(%d) t(i)".formatted(ROWS),
                "COMPRESSION zstd, ROW_GROUP_SIZE 2048");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 100 * 95, (byte) 0xA5);
        Files.write(file, bytes);
        read(file);

        assertThat(rows).hasSizeBetween(1, ROWS - 1);
        assertThat(damages).hasSize(1);
        assertThat(damages.getFirst())
                .startsWith("%d: damaged from this row on: ".formatted(rows.size() + 1));
    }

    private void read(Path file) throws IOException {
        new SourceReader(COLUMNS).read(EventSource.of(file), taker);
    }

    private static void write(Path file, String query, String options) throws SQLException {
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            String more = options.isEmpty() ? "" : ", " + options;
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet%s)".formatted(query, file, more));
        }
    }

    private static String text(RowBatch.Rows rows, int row) {
        return "%s %s %s"
                .formatted(
                        value(rows, "uuid", row),
                        value(rows, "properties", row),
                        value(rows, "timestamp", row));
    }

    private static String value(RowBatch.Rows rows, String name, int row) {
        PageColumn column = rows.columns().get(name);
        Page page = rows.page();
        if (column == null || column.isNull(page, row)) {
            return "null";
        }
        return column.kind() == PageColumn.Kind.TEXT
                ? column.text(page, row).toStringUtf8()
                : String.valueOf(column.milliseconds(page, row));
    }
}
