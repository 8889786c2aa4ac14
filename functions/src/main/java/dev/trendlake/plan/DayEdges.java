package dev.trendlake.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The UTC days of which only a part is looked at: there the time of an event decides, and in all
 * others its day does. Timestamps have milliseconds.
 */
final class DayEdges {
    private static final Duration TO_THE_LAST = Duration.ofDays(1).minusMillis(1);

    private final NavigableSet<LocalDate> days = new TreeSet<>();

    /** Something is looked at between two instants, both included. */
    void add(Instant from, Instant to) {
        if (!from.equals(start(dayOf(from)))) {
            days.add(dayOf(from));
        }
        if (to.isBefore(start(dayOf(to)).plus(TO_THE_LAST))) {
            days.add(dayOf(to));
        }
    }

    /**
     * The days from one to another in stretches.
     *
     * @param cuts days at which a stretch begins at the latest
     * @param byDay whether the day is time enough where days are whole
     */
    List<DayStretch> stretches(
            LocalDate first, LocalDate last, NavigableSet<LocalDate> cuts, boolean byDay) {
        NavigableSet<LocalDate> starts = new TreeSet<>(cuts);
        if (byDay) {
            starts.addAll(changes());
        }
        starts.add(first);
        List<DayStretch> stretches = new ArrayList<>();
        for (LocalDate start : starts.subSet(first, true, last, true)) {
            LocalDate next = starts.higher(start);
            LocalDate end = next == null || next.isAfter(last) ? last : next.minusDays(1);
            stretches.add(new DayStretch(start, end, byDay && !days.contains(start)));
        }
        return List.copyOf(stretches);
    }

    // Where days of which a part is looked at begin, and where they end.
    private List<LocalDate> changes() {
        List<LocalDate> changes = new ArrayList<>();
        for (LocalDate day : days) {
            if (!days.contains(day.minusDays(1))) {
                changes.add(day);
            }
            if (!days.contains(day.plusDays(1))) {
                changes.add(day.plusDays(1));
            }
        }
        return changes;
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
