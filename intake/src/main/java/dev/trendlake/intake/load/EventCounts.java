package dev.trendlake.intake.load;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of the events of one source.
 *
 * @param taken events that the lake has from this source
 * @param repeated events that came twice, or that the lake has from another source
 * @param days the UTC days of its events, in their order
 */
public record EventCounts(long taken, long repeated, List<LocalDate> days) {
    /** Copies the list. */
    public EventCounts {
        days = List.copyOf(days);
    }
}
