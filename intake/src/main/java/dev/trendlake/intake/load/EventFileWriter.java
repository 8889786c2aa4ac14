package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.LakeFileWriter;
import dev.trendlake.intake.lake.RowGroupCut;
import dev.trendlake.lake.PersonKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a file of events as the lake has them: Parquet, ZSTD, rows in the order of event, person
 * and time, so that an engine skips the row groups of other events.
 */
final class EventFileWriter {
    /** An event of one per cent has a row group of its own, which other events' questions skip. */
    private static final int SMALLEST_SHARE = 100;

    private static final int LEAST_ROWS = 1_024;

    private static final Comparator<Keyed> ORDER =
            Comparator.comparing((Keyed keyed) -> keyed.event().event())
                    .thenComparingLong(Keyed::personKey)
                    .thenComparing(keyed -> keyed.event().timestamp())
                    .thenComparing(keyed -> keyed.event().uuid())
                    .thenComparing(keyed -> keyed.event().distinctId());

    /** An event with its person's key, which is computed once and not at each comparison. */
    private record Keyed(Event event, long personKey) {
        Keyed(Event event) {
            this(event, PersonKey.of(event.personId()));
        }
    }

    private EventFileWriter() {}

    /**
     * Writes events to a file, in whatever order they come.
     *
     * @return a name that follows from the content: the same events give the same name
     */
    static String write(List<Event> events, Path file) throws IOException {
        List<Event> ordered =
                events.stream().map(Keyed::new).sorted(ORDER).map(Keyed::event).toList();
        RowGroupCut<Event> byEvent =
                new RowGroupCut<>(
                        Event::event, Math.max(LEAST_ROWS, events.size() / SMALLEST_SHARE));
        return LakeFileWriter.write(EventColumns.all(), byEvent, ordered, file);
    }
}
