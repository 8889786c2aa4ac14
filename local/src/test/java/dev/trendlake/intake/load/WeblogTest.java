package dev.trendlake.intake.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trendlake.intake.source.EventSource;
import dev.trendlake.intake.source.RowBatch;
import dev.trendlake.intake.source.RowTaker;
import dev.trendlake.lake.PersonKey;
import dev.trendlake.project.PropertyColumns;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WeblogTest {
    @Test
    void holdsTheEventsThatWereCountedByOtherMeans() throws Exception {
        EventSource source =
                new EventSource(
                        "weblog",
                        () ->
                                Objects.requireNonNull(
                                        WeblogTest.class.getResourceAsStream(
                                                "/demo/weblog-2015-05.jsonl.gz")));
        Map<LocalDate, String> days = new TreeMap<>();
        try (DaySpool spool = new DaySpool(1 << 20)) {
            EventParser parser = new EventParser(PropertyColumns.NONE, Clock.systemUTC());
            EventImport.reader()
                    .read(
                            source,
                            new RowTaker() {
                                @Override
                                public void take(RowBatch batch) throws IOException {
                                    ParsedBatch parsed = parser.parse(batch);
                                    assertThat(parsed.refused()).isEmpty();
                                    spool.addAll(parsed.events());
                                }

                                @Override
                                public void damaged(long row, String reason) {
                                    throw new AssertionError(reason);
                                }
                            });
            for (LocalDate day : spool.days()) {
                days.put(day, counts(rows(spool, day)));
            }
        }
        assertThat(days)
                .containsExactlyEntriesOf(
                        new TreeMap<>(
                                Map.of(
                                        LocalDate.of(2015, 5, 17),
                                                "1632 events, 613 page views by 228",
                                        LocalDate.of(2015, 5, 18),
                                                "2893 events, 1005 page views by 380",
                                        LocalDate.of(2015, 5, 19),
                                                "2896 events, 847 page views by 379",
                                        LocalDate.of(2015, 5, 20),
                                                "2578 events, 709 page views by 330")));
    }

    private static List<LineParser.Row> rows(DaySpool spool, LocalDate day) throws IOException {
        List<LineParser.Row> rows = new ArrayList<>();
        spool.forEachBlock(
                day,
                (bytes, size) ->
                        EncodedEvents.forEach(
                                bytes, size, row -> rows.add(new LineParser.Row(row))));
        return rows;
    }

    private static String counts(List<LineParser.Row> events) {
        List<LineParser.Row> views =
                events.stream().filter(event -> event.event().equals("$pageview")).toList();
        HashSet<Long> people = new HashSet<>();
        views.forEach(view -> people.add(PersonKey.of(view.personId())));
        return "%d events, %d page views by %d"
                .formatted(events.size(), views.size(), people.size());
    }
}
