package dev.trendlake.local.athena;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Partitions that nobody registered (design, 4). */
class PartitionProjectionTest {
    private final TestLake lake = TestLake.shared();

    @Test
    void findsThePartitionsOfAProject() {
        assertThat(
                        lake.rows(
                                "SELECT day, event, \"timestamp\" FROM events WHERE project_id ="
                                    + " '7' AND day BETWEEN '2026-11-20' AND '2026-11-23' ORDER BY"
                                    + " 3"))
                .containsExactly(
                        "2026-11-21|open|2026-11-21 00:00:00.123",
                        "2026-11-21|close|2026-11-21 23:59:59.999",
                        "2026-11-22|open|2026-11-22 12:00:00.000");
    }

    @Test
    void keepsTheRealLocations() {
        assertThat(
                        lake.rows(
                                "SELECT \"$path\" FROM events WHERE project_id = '8' AND day ="
                                        + " '2026-11-21'"))
                .containsExactly("s3://lake/events/project_id=8/day=2026-11-21/part-0.parquet");
    }

    @Test
    void findsNothingOfAProjectWithoutEvents() {
        assertThat(lake.rows("SELECT count(*) FROM events WHERE project_id = '9'"))
                .containsExactly("0");
    }

    @Test
    void projectsUpToTomorrow() throws IOException {
        TestEvents events = new TestEvents(lake.buckets().resolve("lake"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (LocalDate day : List.of(LocalDate.of(2010, 1, 1), today, today.plusDays(1))) {
            events.write("clock", day.toString(), List.of(eventOn(day)));
        }
        LocalDate tooLate = today.plusDays(3);
        events.write("clock", tooLate.toString(), List.of(eventOn(tooLate)));

        assertThat(lake.rows("SELECT count(*) FROM events WHERE project_id = 'clock'"))
                .containsExactly("3");
    }

    @Test
    void readsThePartitionsOfTwoProjectsInOneStatement() {
        assertThat(
                        lake.rows(
                                "SELECT count(*) FROM (SELECT 1 FROM events WHERE project_id = '7'"
                                    + " UNION ALL SELECT 1 FROM events WHERE project_id = '8')"))
                .containsExactly("4");
    }

    @Test
    void failsWithoutALiteralOfTheInjectedColumn() {
        assertThat(lake.failure("SELECT count(*) FROM events WHERE day = '2026-11-21'"))
                .isEqualTo(
                        "CONSTRAINT_VIOLATION: For the injected projected partition column"
                                + " project_id, the WHERE clause must contain only static equality"
                                + " conditions, and at least one such condition must be present.");
    }

    @Test
    void replacesATableThatChanged() {
        GlueTable events = TestEvents.table();
        List<GlueColumn> columns = new ArrayList<>(events.columns());
        columns.add(new GlueColumn("plan", "string"));
        GlueTable table = named("changing", events.columns());
        lake.athena().createTable(table);
        lake.athena().createTable(table);
        lake.athena().createTable(named("changing", columns));

        assertThat(lake.rows("SELECT plan FROM changing WHERE project_id = '8'"))
                .containsExactly("null");
    }

    private static TestEvents.Event eventOn(LocalDate day) {
        return new TestEvents.Event("open", day.atStartOfDay().toInstant(ZoneOffset.UTC), 1);
    }

    private static GlueTable named(String name, List<GlueColumn> columns) {
        GlueTable events = TestEvents.table();
        return new GlueTable(
                events.database(),
                name,
                events.location(),
                columns,
                events.partitionKeys(),
                events.format(),
                Map.copyOf(events.parameters()));
    }
}
