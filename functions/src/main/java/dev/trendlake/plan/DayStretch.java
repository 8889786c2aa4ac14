package dev.trendlake.plan;

import java.time.LocalDate;

/**
 * UTC days on end that a statement reads alike.
 *
 * @param first the first one
 * @param last the last one
 * @param isWhole whether all that is looked at lies in whole days, so that the day is time enough
 */
record DayStretch(LocalDate first, LocalDate last, boolean isWhole) {
    /** Checks the order. */
    DayStretch {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days from %s to %s".formatted(first, last));
        }
    }
}
