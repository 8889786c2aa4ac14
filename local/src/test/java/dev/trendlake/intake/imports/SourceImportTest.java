package dev.trendlake.intake.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.intake.load.ImportMemory;
import dev.trendlake.intake.load.LoadListener;
import dev.trendlake.intake.source.EventSource;
import dev.trendlake.lake.PartitionChanges;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class SourceImportTest {
    private static final ImportMemory LITTLE = new ImportMemory(20_000, 30_000);

    private static ImportedLake lake;

    @BeforeAll
    static void start(@TempDir Path folder) {
        lake = new ImportedLake(folder);
    }

    @AfterAll
    static void stop() {
        lake.close();
    }

    @AfterEach
    void forget() {
        lake.forget();
    }

    @Test
    void holdsAnObjectThatIsImportedTwiceOnce() throws Exception {
        EventSource source = source("a", events(0, 10));
        assertThat(run("a", source)).extracting(ImportReport::taken).isEqualTo(10L);
        List<String> keys = lake.keys("events/");
        assertThat(run("a", source)).extracting(ImportReport::taken).isEqualTo(10L);

        assertThat(lake.keys("events/")).isEqualTo(keys);
        assertThat(lake.uuids()).isEqualTo(uuids(0, 10));
    }

    @Test
    void holdsAnEventOfTwoObjectsOnce() throws Exception {
        run("a", source("a", events(0, 10)));
        ImportReport report = run("b", source("b", events(5, 15)));

        assertThat(report.taken()).isEqualTo(5);
        assertThat(report.repeated()).isEqualTo(5);
        assertThat(lake.uuids()).isEqualTo(uuids(0, 15));
    }

    @Test
    void takesEventsInAnyOrder() throws Exception {
        List<String> events = new ArrayList<>(events(0, 500));
        Collections.shuffle(events, new Random(7));
        run("a", source("a", events.subList(0, 300)));
        run("b", source("b", events.subList(200, 500)));

        assertThat(lake.uuids()).isEqualTo(uuids(0, 500));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void losesAndDoublesNothingWhereverItIsKilled(boolean isMade) throws Exception {
        List<String> events = new ArrayList<>(events(0, 400));
        events.add("nonsense");
        run("before", source("before", events(390, 410)));
        boolean isKilled = true;
        int kills = 0;
        while (isKilled) {
            SourceImport killed =
                    new SourceImport(lake.access(FailingS3.of(lake.s3(), kills, isMade)), LITTLE);
            String name = "a" + kills;
            try {
                killed.run(7, id(name), source(name, events), Model.EVENTS, LoadListener.none());
                isKilled = false;
            } catch (SdkClientException e) {
                kills++;
                assertThat(lake.uuids()).doesNotHaveDuplicates();
                assertThat(run(name, source(name, events)).refused()).isEqualTo(1);
                assertThat(lake.uuids()).isEqualTo(uuids(0, 410));
                lake.forget();
                run("before", source("before", events(390, 410)));
            }
        }
        // Files of two days, what was refused, and the mark.
        assertThat(kills).isEqualTo(4);
        assertThat(lake.uuids()).isEqualTo(uuids(0, 410));
    }

    @Test
    void raisesTheDaysAgainWhereItWasKilledBetweenWritingAndRaising() throws Exception {
        EventSource source = source("a", events(0, 10));
        SourceImport killed =
                new SourceImport(
                        lake.access(
                                (PartitionChanges)
                                        _ -> {
                                            throw new IllegalStateException("killed");
                                        }));
        Map<String, Integer> before = lake.raised();
        assertThatThrownBy(() -> killed.run(7, id("a"), source, Model.EVENTS, LoadListener.none()))
                .hasMessage("killed");
        assertThat(lake.keys("events/")).isNotEmpty();
        assertThat(lake.raised()).isEqualTo(before);

        ImportReport report = run("a", source);

        assertThat(report.days()).isNotEmpty();
        assertThat(report.days())
                .extracting(SourceImportTest::folder)
                .allSatisfy(day ->
                        assertThat(lake.raised().get(day))
                                .isGreaterThan(before.getOrDefault(day, 0)));
    }

    @Test
    void raisesNoDayThatHadAllOfItsEvents() throws Exception {
        run("a", source("a", events(0, 10)));
        Map<String, Integer> raised = lake.raised();

        run("b", source("b", events(0, 10)));

        assertThat(lake.raised()).isEqualTo(raised).isNotEmpty();
    }

    private static String folder(LocalDate day) {
        return "events/project_id=7/day=%s/".formatted(day);
    }

    @Test
    void marksWhatIsImportedAtTheEnd() throws Exception {
        SourceImport imports = new SourceImport(lake.access(lake.s3()));
        assertThat(imports.imported(7, id("a"))).isEmpty();
        ImportReport report = run("a", source("a", events(0, 10)));

        assertThat(imports.imported(7, id("a"))).contains(report);
        assertThat(imports.imported(8, id("a"))).isEmpty();
    }

    @Test
    void keepsWhatIsRefusedWithTheReason() throws Exception {
        List<String> lines = new ArrayList<>(events(0, 2));
        lines.add(1, "{\"event\":\"x\"}");
        run("a", source("a", lines));

        assertThat(refused())
                .containsExactly(
                        "{\"source\":\"a\",\"line\":2,\"reason\":\"no distinct_id\","
                                + "\"row\":\"{\\\"event\\\":\\\"x\\\"}\"}");
        assertThat(lake.uuids()).isEqualTo(uuids(0, 2));
    }

    @Test
    void spoolsAndCutsWhatIsLarge() throws Exception {
        List<String> events = events(0, 3_000);
        SourceImport imports = new SourceImport(lake.access(lake.s3()), LITTLE);
        ImportReport report =
                imports.run(7, id("a"), source("a", events), Model.EVENTS, LoadListener.none());

        assertThat(report.taken()).isEqualTo(3_000);
        assertThat(lake.keys("events/")).hasSizeGreaterThan(4);
        assertThat(lake.uuids()).isEqualTo(uuids(0, 3_000));
    }

    @Test
    void keepsTwoFromChangingADayAtOnce() throws Exception {
        try (var lease = lake.leases().take(7, ImportedLake.FIRST_DAY).orElseThrow()) {
            assertThatThrownBy(() -> run("a", source("a", events(0, 10))))
                    .isInstanceOf(IOException.class)
                    .hasMessage("another changes the files of 2020-01-01 of project 7");
            lease.extend();
        }
        assertThat(run("a", source("a", events(0, 10))).taken()).isEqualTo(10);
    }

    @Test
    void importsTwoObjectsOfADayAtOnce() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 4; i++) {
            EventSource source = source("s" + i, events(i * 50, i * 50 + 100));
            threads.add(Thread.ofVirtual().start(() -> runPatiently(source, failures)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(lake.uuids()).isEqualTo(uuids(0, 250));
    }

    private void runPatiently(EventSource source, List<Throwable> failures) {
        try {
            new SourceImport(lake.patient())
                    .run(7, id(source.name()), source, Model.EVENTS, LoadListener.none());
        } catch (Exception e) {
            failures.add(e);
        }
    }

    private ImportReport run(String name, EventSource source) throws Exception {
        return new SourceImport(lake.access(lake.s3()), LITTLE)
                .run(7, id(name), source, Model.EVENTS, LoadListener.none());
    }

    private static SourceId id(String name) {
        return SourceId.ofObject("lake", name, "etag");
    }

    private List<String> refused() throws IOException {
        byte[] bytes =
                lake.s3()
                        .getObjectAsBytes(request ->
                                request.bucket("lake").key(lake.keys("refused/").getFirst()))
                        .asByteArray();
        String text =
                new String(
                        new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(),
                        StandardCharsets.UTF_8);
        JsonNode first = new ObjectMapper().readTree(text.lines().findFirst().orElseThrow());
        assertThat(first.path("source").textValue()).isEqualTo("a");
        return text.lines().toList();
    }

    private static EventSource source(String name, List<String> lines) {
        return EventSource.of(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Events of two days, by turns. */
    private static List<String> events(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(
                    ("{\"uuid\":\"%s\",\"event\":\"e%d\",\"distinct_id\":\"d\","
                                    + "\"timestamp\":\"2020-01-0%dT10:00:00Z\","
                                    + "\"properties\":{\"filler\":\"%s\"}}")
                            .formatted(uuid(i), i % 3, 1 + i % 2, "x".repeat(i % 200)));
        }
        return lines;
    }

    private static List<String> uuids(int from, int to) {
        List<String> uuids = new ArrayList<>();
        for (int i = from; i < to; i++) {
            uuids.add(uuid(i));
        }
        return uuids;
    }

    private static String uuid(int i) {
        return "u%06d".formatted(i);
    }
}
