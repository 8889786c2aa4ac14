package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.intake.imports.EventLoader;
import dev.trendlake.intake.lake.LakeFileReader;
import dev.trendlake.intake.lake.RaisedVersions;
import dev.trendlake.intake.lake.SideTableFiles;
import dev.trendlake.intake.lake.SideTableStore;
import dev.trendlake.intake.lake.SideTableVersions;
import dev.trendlake.intake.lake.VersionsInMemory;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.lake.PartitionChanges;
import dev.trendlake.lake.PersonKey;
import io.trino.spi.connector.SourcePage;
import io.trino.spi.type.BigintType;
import io.trino.spi.type.IntegerType;
import io.trino.spi.type.TimestampType;
import io.trino.spi.type.VarcharType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLoaderTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;
    private LocalBucket bucket;
    private final FakeProjects projects = new FakeProjects();
    private final SideTableVersions versions = new VersionsInMemory();
    private final RaisedVersions raised = new RaisedVersions();
    private final List<String> refusals = new ArrayList<>();

    @BeforeEach
    void startBucket() {
        bucket = new LocalBucket(folder.resolve("s3"));
    }

    @AfterEach
    void stopBucket() {
        bucket.close();
    }

    @Test
    void filesEventsByProjectAndUtcDay() throws Exception {
        assertThat(
                        load(
                                line("a", "u1", "2020-01-01T23:59:59.999Z"),
                                line("a", "u2", "2020-01-01T23:00:00-02:00")))
                .isEqualTo(new LoadReport(2, 0, 0));
        assertThat(files()).hasSize(2);
        assertThat(files().get(0))
                .matches("events/project_id=7/day=2020-01-01/[0-9a-f]{24}-0\\.parquet");
        assertThat(files().get(1))
                .matches("events/project_id=7/day=2020-01-02/[0-9a-f]{24}-0\\.parquet");
    }

    @Test
    void raisesTheDaysThatItWroteAndNoOther() throws Exception {
        load(line("a", "u1", "2020-01-01T10:00:00Z"));

        load(line("a", "u1", "2020-01-01T10:00:00Z"), line("a", "u2", "2020-01-02T10:00:00Z"));

        assertThat(raised.all())
                .isEqualTo(
                        Map.of(
                                "events/project_id=7/day=2020-01-01/", 1,
                                "events/project_id=7/day=2020-01-02/", 1));
    }

    @Test
    void saysThatALoadIsToBeMadeAgainWhenADayCouldNotBeRaised() {
        EventLoader loader =
                loader(_ -> {
                    throw new QueryUnavailable("busy", Duration.ofSeconds(1));
                });

        assertThatThrownBy(() ->
                        loader.load(
                                7,
                                List.of(source(line("a", "u1", "2020-01-01T10:00:00Z"))),
                                BadLines.LEFT_OUT,
                                LoadListener.none()))
                .isInstanceOf(LoadFailed.class)
                .hasMessage("test.jsonl: busy");
    }

    @Test
    void ordersTheRowsOfAFileByEventPersonAndTime() throws Exception {
        load(
                line("b", "u1", "2020-01-01T00:00:01Z"),
                line("a", "u2", "2020-01-01T00:00:09.005Z"),
                line("a", "u3", "2020-01-01T00:00:03Z"));
        assertThat(rows())
                .extracting(row -> row.get("event") + " " + row.get("timestamp"))
                .containsExactly("a 1577836803000000", "a 1577836809005000", "b 1577836801000000");
    }

    @Test
    void writesEveryColumn() throws Exception {
        load(
                """
                {"uuid":"u1","event":"e","distinct_id":"d","person_id":"p","timestamp":"2020-01-01T00:00:00Z",\
                "properties":{"$session_id":"s","$group_1":"g"},"person_properties":{"n":1.0},"elements_chain":"c"}\
                """);
        Map<String, Object> expected = new TreeMap<>();
        expected.put("timestamp", 1577836800000000L);
        expected.put("quarter", 0);
        expected.put("person_key", PersonKey.of("p"));
        expected.put("event", "e");
        expected.put("session_id", "s");
        expected.put("group_1", "g");
        expected.put("uuid", "u1");
        expected.put("distinct_id", "d");
        expected.put("person_id", "p");
        expected.put("elements_chain", "c");
        expected.put("person_properties", "{\"n\":1.0}");
        expected.put("properties", "{\"$session_id\":\"s\",\"$group_1\":\"g\"}");
        assertThat(rows()).containsExactly(expected);
    }

    @Test
    void dropsRowsThatCameTwice() throws Exception {
        String row = line("a", "u1", "2020-01-01T10:00:00Z");
        assertThat(load(row, row, line("a", "u1", "2020-01-01T11:00:00Z")))
                .isEqualTo(new LoadReport(1, 2, 0));
    }

    @Test
    void dropsRowsThatTheLakeHasAlready() throws Exception {
        String row = line("a", "u1", "2020-01-01T10:00:00Z");
        load(row);
        assertThat(load(row)).isEqualTo(new LoadReport(0, 1, 0));
        assertThat(load(row, line("a", "u2", "2020-01-01T10:00:00Z")))
                .isEqualTo(new LoadReport(1, 1, 0));
        assertThat(rows()).hasSize(2);
    }

    @Test
    void tellsRowsApartByEventDistinctIdUuidAndDay() throws Exception {
        LoadReport report =
                load(
                        line("a", "u1", "2020-01-01T10:00:00Z"),
                        line("b", "u1", "2020-01-01T10:00:00Z"),
                        line("a", "u2", "2020-01-01T10:00:00Z"),
                        line("a", "u1", "2020-01-02T10:00:00Z"),
                        line("a", "u1", "2020-01-01T10:00:00Z").replace("\"d\"", "\"other\""));
        assertThat(report).isEqualTo(new LoadReport(5, 0, 0));
    }

    @Test
    void takesTheGoodLinesAndNamesTheBadOnes() throws Exception {
        assertThat(
                        load(
                                "nonsense",
                                "",
                                line("a", "u1", "2020-01-01T10:00:00Z"),
                                "{\"event\":\"x\"}"))
                .isEqualTo(new LoadReport(1, 0, 2));
        assertThat(refusals).hasSize(2);
        assertThat(refusals.get(0)).startsWith("test.jsonl:1: not JSON: ");
        assertThat(refusals.get(1)).isEqualTo("test.jsonl:4: no distinct_id");
    }

    @Test
    void takesNoneWhenStrictAndOneIsBad() throws Exception {
        LoadReport report =
                load(
                        BadLines.FATAL,
                        source("nonsense\n" + line("a", "u1", "2020-01-01T10:00:00Z")));
        assertThat(report).isEqualTo(new LoadReport(0, 0, 1));
        assertThat(bucket.keys()).isEmpty();
        assertThat(projects.earliest(7)).isNull();
    }

    @Test
    void unpacksWhatIsGzipWhateverItsName() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(line("a", "u1", "2020-01-01T10:00:00Z").getBytes(StandardCharsets.UTF_8));
        }
        // Gzip members may follow each other.
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(
                    ("\n" + line("a", "u2", "2020-01-01T10:00:00Z"))
                            .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(load(BadLines.LEFT_OUT, EventSource.of("plain.jsonl", packed.toByteArray())))
                .isEqualTo(new LoadReport(2, 0, 0));
    }

    @Test
    void takesOfAGzipFileThatEndsEarlyWhatCanBeRead() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lines.append(line("a", "u" + i, "2020-01-01T10:00:00Z")).append('\n');
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        LoadReport report = load(BadLines.LEFT_OUT, EventSource.of("cut.gz", cut));

        assertThat(report.taken()).isBetween(1_000L, 9_999L);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(refusals)
                .containsExactly(
                        "cut.gz:%d: damaged in this line: Unexpected end of ZLIB input stream"
                                .formatted(report.taken() + 1));
        assertThat(load(BadLines.FATAL, EventSource.of("again.gz", cut)).taken()).isZero();
    }

    @Test
    void refusesWhatIsNoneOfTheFormatsByItsContent() throws Exception {
        assertThat(
                        load(
                                BadLines.LEFT_OUT,
                                EventSource.of("x.jsonl", new byte[] {'P', 'K', 3, 4, 0, 0})))
                .isEqualTo(new LoadReport(0, 0, 1));
        assertThat(refusals)
                .containsExactly(
                        "x.jsonl:1: this is a zip archive; what can be read is JSON lines, plain,"
                                + " gzip or brotli (.br), and Parquet");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path missing = folder.resolve("missing.jsonl");
        assertThatThrownBy(() -> load(BadLines.LEFT_OUT, EventSource.of(missing)))
                .isInstanceOf(LoadFailed.class)
                .hasMessage(missing + ": no such file");
    }

    @Test
    void hasWrittenAllBeforeOneThatIsNotThere() throws Exception {
        Path missing = folder.resolve("missing.jsonl");
        String first = line("a", "u1", "2020-01-01T10:00:00Z");
        String second = line("a", "u2", "2020-01-02T10:00:00Z");
        assertThatThrownBy(() ->
                        load(
                                BadLines.LEFT_OUT,
                                source(first),
                                source(second),
                                EventSource.of(missing)))
                .hasMessage(missing + ": no such file");

        assertThat(rows()).hasSize(2);
        assertThat(load(BadLines.LEFT_OUT, source(first), source(second)))
                .isEqualTo(new LoadReport(0, 2, 0));
    }

    @Test
    void passesOverASourceThatIsNamedTwice() throws Exception {
        EventSource source = source(line("a", "u1", "2020-01-01T10:00:00Z"));

        assertThat(load(BadLines.LEFT_OUT, source, source, source))
                .isEqualTo(new LoadReport(1, 2, 0));
    }

    @Test
    void namesTheSourceThatCouldNotBeWrittenAndWritesNoOtherAfterIt() throws Exception {
        EventLoader loader =
                loader(_ -> {
                    throw new QueryUnavailable("busy", Duration.ofSeconds(1));
                });
        List<EventSource> sources =
                List.of(
                        source(line("a", "u1", "2020-01-01T10:00:00Z")),
                        EventSource.of(
                                "other.jsonl",
                                line("a", "u2", "2020-01-02T10:00:00Z")
                                        .getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> loader.load(7, sources, BadLines.LEFT_OUT, LoadListener.none()))
                .hasMessage("test.jsonl: busy");
        assertThat(files()).allMatch(file -> file.contains("day=2020-01-01"));
    }

    @Test
    void refusesAProjectThatDoesNotExist() {
        assertThatThrownBy(() ->
                        loader().load(
                                        8,
                                        List.of(source("{}")),
                                        BadLines.LEFT_OUT,
                                        LoadListener.none()))
                .isInstanceOf(LoadFailed.class)
                .hasMessage("there is no project 8");
    }

    @Test
    void tellsTheProjectWhenItsFirstEventWas() throws Exception {
        load(line("a", "u1", "2020-01-02T10:00:00Z"), line("a", "u2", "2020-01-01T10:00:00Z"));
        assertThat(projects.earliest(7)).isEqualTo("2020-01-01T10:00:00Z");
    }

    @Test
    void tellsTheProjectWheneverEventsHaveArrived() throws Exception {
        load(line("a", "u1", "2020-01-02T10:00:00Z"), line("a", "u2", "2020-01-01T10:00:00Z"));
        load(line("a", "u1", "2020-01-02T10:00:00Z"), line("a", "u2", "2020-01-01T10:00:00Z"));

        assertThat(projects.arrivals()).isEqualTo(1);
    }

    @Test
    void survivesMoreEventsThanFitIntoMemory() throws Exception {
        try (DaySpool spool = new DaySpool(1_000)) {
            LineParser parser = new LineParser(NOON);
            List<String> events = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String day = "2020-01-0%dT10:00:00Z".formatted(1 + i % 2);
                spool.addAll(parser.parse(line("é" + i, "u" + i, day)).events());
                events.add("%s é%d u%d".formatted(day, i, i));
            }
            List<String> back = new ArrayList<>();
            for (var day : spool.days()) {
                assertThat(spool.rows(day)).isEqualTo(10);
                spool.forEachBlock(
                        day,
                        (bytes, size) ->
                                EncodedEvents.forEach(bytes, size, row -> back.add(text(row))));
            }
            assertThat(back).containsExactlyInAnyOrderElementsOf(events);
        }
    }

    @Test
    void givesRowsInTheOrderOfTheirComingWhereverTheyWait() throws Exception {
        try (DaySpool spool = new DaySpool(100_000)) {
            LineParser parser = new LineParser(NOON);
            List<String> came = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                String line = line("a" + i, "u" + i, "2020-01-01T10:00:00Z");
                spool.addAll(parser.parse(line).events());
                came.add("2020-01-01T10:00:00Z a%d u%d".formatted(i, i));
            }
            List<String> blocks = new ArrayList<>();
            List<String> rows = new ArrayList<>();
            LocalDate day = spool.days().first();
            spool.forEachBlock(
                    day,
                    (bytes, size) ->
                            EncodedEvents.forEach(bytes, size, row -> blocks.add(text(row))));
            spool.forEachRow(day, row -> rows.add(text(row)));
            assertThat(blocks).isEqualTo(came);
            assertThat(rows).isEqualTo(came);
        }
    }

    private static String text(EventRow row) {
        LineParser.Row texts = new LineParser.Row(row);
        return "%s %s %s".formatted(texts.timestamp(), texts.event(), texts.uuid());
    }

    private LoadReport load(String... lines) throws LoadFailed {
        return load(BadLines.LEFT_OUT, source(String.join("\n", lines)));
    }

    private LoadReport load(BadLines badLines, EventSource... sources) throws LoadFailed {
        return loader().load(7, List.of(sources), badLines, new Refusals(refusals));
    }

    private EventLoader loader() {
        return loader(raised);
    }

    private EventLoader loader(PartitionChanges changes) {
        return new EventLoader(
                new LakeAccess(
                        bucket.client(),
                        LocalBucket.NAME,
                        projects,
                        tables(),
                        NameRegister.none(),
                        ColumnRegister.none(),
                        changes,
                        FreeLeases.INSTANCE,
                        NOON));
    }

    private SideTableStore tables() {
        return new SideTableStore(
                new SideTableFiles(bucket.client(), LocalBucket.NAME), versions, raised, NOON);
    }

    private static EventSource source(String text) {
        return EventSource.of("test.jsonl", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String event, String uuid, String time) {
        return "{\"uuid\":\"%s\",\"event\":\"%s\",\"distinct_id\":\"d\",\"timestamp\":\"%s\"}"
                .formatted(uuid, event, time);
    }

    private List<String> files() {
        return bucket.keys().stream().filter(key -> key.startsWith("events/")).toList();
    }

    /** The values of each row by column, without those that are NULL. */
    private List<Map<String, Object>> rows() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String key : files()) {
            LakeFileReader.pages(bucket.file(key), EventColumns.all(), page -> addRows(page, rows));
        }
        return rows;
    }

    private static void addRows(SourcePage page, List<Map<String, Object>> rows) {
        for (int row = 0; row < page.getPositionCount(); row++) {
            Map<String, Object> values = new TreeMap<>();
            for (int column = 0; column < EventColumns.all().size(); column++) {
                Object value = value(page, column, row);
                if (value != null) {
                    values.put(EventColumns.all().get(column).name(), value);
                }
            }
            rows.add(values);
        }
    }

    private static @Nullable Object value(SourcePage page, int column, int row) {
        var block = page.getBlock(column);
        if (block.isNull(row)) {
            return null;
        }
        return switch (EventColumns.all().get(column).type()) {
            case IntegerType integer -> integer.getInt(block, row);
            case BigintType bigint -> bigint.getLong(block, row);
            case TimestampType timestamp -> timestamp.getLong(block, row);
            case VarcharType varchar -> varchar.getSlice(block, row).toStringUtf8();
            default -> throw new AssertionError("column " + column);
        };
    }

    private record Refusals(List<String> lines) implements LoadListener {
        @Override
        public void read(long count) {}

        @Override
        public void refused(RefusedLine line) {
            lines.add(line.toString());
        }

        @Override
        public void writing(int days) {}

        @Override
        public void groupTypeUnknown(String type, int groups) {}

        @Override
        public void namesLeftOut(String what) {}
    }
}
