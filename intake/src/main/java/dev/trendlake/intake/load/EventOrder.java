package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.RowGroupCut;
import io.airlift.slice.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The order of rows in a file: by event, person and time, so that an engine skips the row groups of
 * other events. Texts are in the order of their bytes.
 */
final class EventOrder {
    /** An event of one per cent has a row group of its own, which other events' questions skip. */
    private static final int SMALLEST_SHARE = 100;

    private static final int LEAST_ROWS = 1_024;

    private static final Comparator<EventRow> LAST =
            Comparator.comparing((EventRow row) -> row.required(EventField.UUID))
                    .thenComparing(row -> row.required(EventField.DISTINCT_ID));

    /** A row with what it is ordered by; events by their place among all of them. */
    private record Ranked(EventRow row, int event, long personKey, long timestamp)
            implements Comparable<Ranked> {
        // Written out: a chain of comparators takes twice the time of what is sorted most.
        @Override
        public int compareTo(Ranked other) {
            if (event != other.event) {
                return Integer.compare(event, other.event);
            }
            if (personKey != other.personKey) {
                return Long.compare(personKey, other.personKey);
            }
            if (timestamp != other.timestamp) {
                return Long.compare(timestamp, other.timestamp);
            }
            return LAST.compare(row, other.row);
        }
    }

    private EventOrder() {}

    /** Where row groups begin in a file of so many rows. */
    static RowGroupCut<EventRow> cut(int rows) {
        return new RowGroupCut<>(row -> row.required(EventField.EVENT), leastRows(rows));
    }

    /** How many rows of an event have row groups of their own in a file of so many rows. */
    static long leastRows(long rows) {
        return Math.max(LEAST_ROWS, rows / SMALLEST_SHARE);
    }

    /** The rows in their order. */
    static List<EventRow> sorted(List<EventRow> rows) {
        Map<Slice, Integer> ranks = ranks(rows);
        List<Ranked> ranked = new ArrayList<>(rows.size());
        for (EventRow row : rows) {
            int event = ranks.getOrDefault(row.required(EventField.EVENT), 0);
            ranked.add(new Ranked(row, event, row.personKey(), row.timestamp()));
        }
        Collections.sort(ranked);
        return ranked.stream().map(Ranked::row).toList();
    }

    private static Map<Slice, Integer> ranks(List<EventRow> rows) {
        TreeSet<Slice> events = new TreeSet<>();
        Map<Slice, Integer> ranks = new HashMap<>();
        for (EventRow row : rows) {
            Slice event = row.required(EventField.EVENT);
            if (ranks.put(event, 0) == null) {
                events.add(event);
            }
        }
        int rank = 0;
        for (Slice event : events) {
            ranks.put(event, rank++);
        }
        return ranks;
    }
}
