package dev.trendlake.intake.imports;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of the rows of one source.
 *
 * @param model what the rows are
 * @param taken events that the lake has from this source; of persons, distinct ids whose row in the
 *     table is new, another or gone
 * @param repeated events that came twice, or that the lake has from another source; of persons, the
 *     rows that were understood and changed nothing
 * @param refused rows that were not taken, the unreadable rest of a damaged source counted as one
 * @param days the UTC days of its events
 */
public record ImportReport(
        Model model, long taken, long repeated, long refused, List<LocalDate> days) {
    /** Copies the list. */
    public ImportReport {
        days = List.copyOf(days);
    }
}
