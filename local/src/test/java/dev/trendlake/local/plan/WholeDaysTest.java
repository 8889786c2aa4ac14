package dev.trendlake.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.project.EventFile;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.PropertyColumns;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an event's day is time enough, it counts as its time says; counted by hand. */
class WholeDaysTest {
    private static final List<WrittenEvent> EVENTS =
            List.of(
                    event("2019-12-28 23:59:59.999"),
                    event("2019-12-29 00:00:00.000"),
                    event("2019-12-31 23:59:59.000"),
                    event("2019-12-31 23:59:59.001"),
                    event("2020-01-01 00:00:00.000"),
                    event("2020-01-01 23:59:59.999"),
                    event("2020-01-02 12:00:00.000"),
                    event("2020-01-03 00:00:00.000"),
                    event("2020-01-03 23:59:59.000"),
                    event("2020-01-03 23:59:59.001"),
                    event("2020-01-04 00:00:00.000"));

    private final AskedEvents asked = new AskedEvents(EventLayout.PLAIN, EVENTS);

    @Test
    void countsByDay() {
        assertThat(asked.answer(question("")))
                .containsExactly("1|0|{\"2020-01-01\":2,\"2020-01-02\":1,\"2020-01-03\":2}");
    }

    @Test
    void countsWeeksAndMonths() {
        assertThat(asked.answer(question(", \"interval\": \"week\"")))
                .containsExactly("1|0|{\"2019-12-29\":5}");
        assertThat(asked.answer(question(", \"interval\": \"month\"")))
                .containsExactly("1|0|{\"2020-01-01\":5}");
    }

    @Test
    void countsTheEndOfEachPeriodToTheSecond() {
        assertThat(asked.answer(question(", \"compare\": true")))
                .containsExactly(
                        "1|0|{\"2020-01-01\":2,\"2020-01-02\":1,\"2020-01-03\":2}",
                        "1|1|{\"2019-12-29\":1,\"2019-12-31\":1}");
    }

    @Test
    void countsTotals() {
        assertThat(asked.answer(question(", \"display\": \"BoldNumber\"")))
                .containsExactly("1|0|{\"total\":5}");
    }

    @Test
    void readsTimesOfTheLastDayAlone() {
        String statement = asked.statement(question(""));

        assertThat(statement.substring(0, statement.indexOf("UNION ALL")))
                .contains("BETWEEN '2020-01-01' AND '2020-01-02'")
                .doesNotContain("SELECT \"timestamp\"")
                .doesNotContain("\"timestamp\" BETWEEN");
    }

    @Test
    void leavesOutFilesThatDontCount() {
        EventLayout layout =
                EventLayout.of(
                        PropertyColumns.NONE,
                        List.of(
                                new EventFile(LocalDate.parse("2020-01-01"), "a.parquet"),
                                new EventFile(LocalDate.parse("2020-01-03"), "b.parquet")));
        List<WrittenEvent> events =
                List.of(
                        new WrittenEvent("2020-01-01 10:00:00.000", "a.parquet"),
                        new WrittenEvent("2020-01-01 11:00:00.000", "b.parquet"),
                        new WrittenEvent("2020-01-02 10:00:00.000", "a.parquet"),
                        new WrittenEvent("2020-01-03 10:00:00.000", "b.parquet"));

        assertThat(new AskedEvents(layout, events).answer(question("")))
                .containsExactly("1|0|{\"2020-01-01\":1,\"2020-01-02\":1}");
    }

    private static WrittenEvent event(String time) {
        return new WrittenEvent(time, "a.parquet");
    }

    private static String question(String more) {
        return """
        {"events": [{"id": "e"}], "date_from": "2020-01-01", "date_to": "2020-01-03"%s}
        """
                .formatted(more);
    }
}
