package dev.trendlake.intake.lake;

import static io.trino.spi.type.BigintType.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFileWriterTest {
    private record Row(
            String event, Instant time, long person, @Nullable String group, String text) {}

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<LakeColumn<Row>> COLUMNS =
            List.of(
                    LakeColumn.text("event", Row::event),
                    LakeColumn.bigint("person_key", Row::person),
                    LakeColumn.timestamp("timestamp", Row::time),
                    LakeColumn.text("group_0", Row::group),
                    LakeColumn.text("properties", Row::text));
    private static final RowGroupCut<Row> BY_EVENT = new RowGroupCut<>(Row::event, 100);

    @TempDir private Path folder;

    @Test
    void givesBackTheRowsInTheirOrder() throws IOException {
        List<Row> rows = rows(50_000, "busy");

        Path file = written(rows);

        List<String> read = new ArrayList<>();
        LakeFileReader.rows(
                new LocalFile(file),
                COLUMNS,
                row ->
                        read.add(
                                "%s %s %d %s %s"
                                        .formatted(
                                                row.text(0),
                                                row.timestamp(2),
                                                row.bigint(1),
                                                row.text(3),
                                                row.text(4))));
        assertThat(read)
                .isEqualTo(
                        rows.stream()
                                .map(row ->
                                        "%s %s %d  %s"
                                                .formatted(
                                                        row.event(),
                                                        row.time(),
                                                        row.person(),
                                                        row.text()))
                                .toList());
    }

    @Test
    void isReadByOthersToTheSameRows() throws IOException, SQLException {
        List<Row> rows =
                Stream.concat(rows(40_000, "busy").stream(), rows(300, "rare").stream()).toList();

        Path file = written(rows);

        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                """
                                SELECT count(*), count(DISTINCT properties),
                                    sum(person_key::HUGEINT)::VARCHAR,
                                    epoch_ms(min("timestamp")), epoch_ms(max("timestamp")),
                                    count(*) FILTER (event = 'rare')
                                FROM read_parquet('%s')
                                """
                                        .formatted(file))) {
            assertThat(found.next()).isTrue();
            assertThat(found.getLong(1)).isEqualTo(40_300);
            assertThat(found.getLong(2)).isEqualTo(rows.stream().map(Row::text).distinct().count());
            assertThat(found.getString(3))
                    .isEqualTo(
                            rows.stream()
                                    .map(row -> BigInteger.valueOf(row.person()))
                                    .reduce(BigInteger.ZERO, BigInteger::add)
                                    .toString());
            assertThat(found.getLong(4)).isEqualTo(START.toEpochMilli());
            assertThat(found.getLong(5)).isEqualTo(START.plusMillis(39_999 * 7L).toEpochMilli());
            assertThat(found.getLong(6)).isEqualTo(300);
        }
    }

    @Test
    void givesAnEventOfEnoughRowsRowGroupsOfItsOwn() throws IOException {
        List<Row> rows =
                Stream.of(rows(5_000, "a"), rows(40, "b"), rows(50, "c"), rows(120, "d"))
                        .flatMap(List::stream)
                        .toList();

        FileMetaData footer = footer(written(rows));

        assertThat(footer.getRow_groups())
                .extracting(RowGroup::getNum_rows)
                .containsExactly(5_000L, 210L);
        assertThat(footer.getRow_groups().getFirst().getColumns().getFirst().getMeta_data())
                .extracting(column ->
                        new String(column.getStatistics().getMax_value(), StandardCharsets.UTF_8))
                .isEqualTo("a");
    }

    @Test
    void laysTheChunksOfAColumnTogether() throws IOException {
        List<Row> rows =
                Stream.of(rows(400, "a"), rows(400, "b"), rows(400, "c"))
                        .flatMap(List::stream)
                        .toList();

        FileMetaData footer = footer(written(rows));

        List<ColumnMetaData> chunks =
                IntStream.range(0, footer.getSchemaSize() - 1)
                        .boxed()
                        .flatMap(column ->
                                footer.getRow_groups().stream()
                                        .map(group -> group.getColumns().get(column)))
                        .map(chunk -> chunk.getMeta_data())
                        .toList();
        assertThat(footer.getRow_groupsSize()).isEqualTo(3);
        for (int i = 1; i < chunks.size(); i++) {
            ColumnMetaData before = chunks.get(i - 1);
            assertThat(start(chunks.get(i)))
                    .isEqualTo(start(before) + before.getTotal_compressed_size());
        }
    }

    @Test
    void leavesOutWhatHasNoValueAtAll() throws IOException {
        FileMetaData footer = footer(written(rows(10, "a")));

        assertThat(footer.getSchema())
                .extracting(element -> element.getName())
                .contains("person_key", "properties")
                .doesNotContain("group_0");
    }

    @Test
    void namesTheSameRowsTheSame() throws IOException {
        String first = LakeFileWriter.write(COLUMNS, BY_EVENT, rows(9, "a"), folder.resolve("1"));
        String second = LakeFileWriter.write(COLUMNS, BY_EVENT, rows(9, "a"), folder.resolve("2"));
        String other = LakeFileWriter.write(COLUMNS, BY_EVENT, rows(9, "b"), folder.resolve("3"));

        assertThat(second).isEqualTo(first).isNotEqualTo(other);
    }

    @Test
    void keepsWhichNumbersAreMissing() throws IOException {
        LakeColumn<Row> odd =
                new LakeColumn<>(
                        "person_key",
                        "bigint",
                        BIGINT,
                        (block, row) -> {
                            if (row.person() % 2 == 0) {
                                block.appendNull();
                                return;
                            }
                            BIGINT.writeLong(block, row.person());
                        });
        List<LakeColumn<Row>> columns = List.of(odd, COLUMNS.getFirst());
        List<Row> rows = rows(2_000, "busy");
        Path file = folder.resolve("missing.parquet");

        LakeFileWriter.write(columns, BY_EVENT, rows, file);

        List<String> read = new ArrayList<>();
        LakeFileReader.rows(
                new LocalFile(file),
                columns,
                row ->
                        read.add(
                                row.page().getBlock(0).isNull(row.row())
                                        ? "none"
                                        : String.valueOf(row.bigint(0))));
        assertThat(read)
                .isEqualTo(
                        rows.stream()
                                .map(row ->
                                        row.person() % 2 == 0
                                                ? "none"
                                                : String.valueOf(row.person()))
                                .toList())
                .contains("none");
    }

    private Path written(List<Row> rows) throws IOException {
        Path file = folder.resolve("rows.parquet");
        LakeFileWriter.write(COLUMNS, BY_EVENT, rows, file);
        return file;
    }

    private static List<Row> rows(int count, String event) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Row(
                                event,
                                START.plusMillis(i * 7L),
                                new UUID(i, 3).hashCode() * 7_919_000_000L - i,
                                null,
                                "{\"n\":%d,\"text\":\"%s\"}".formatted(i, "x".repeat(i % 700))))
                .toList();
    }

    private static long start(ColumnMetaData chunk) {
        return chunk.isSetDictionary_page_offset()
                ? chunk.getDictionary_page_offset()
                : chunk.getData_page_offset();
    }

    private static FileMetaData footer(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length - 8;
        int length = ByteBuffer.wrap(bytes, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return Util.readFileMetaData(new ByteArrayInputStream(bytes, end - length, length));
    }
}
