package dev.trendlake.cache;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/**
 * How often the partitions of a project had changed at a moment. What never changed has version 0.
 *
 * @param first the first month of events that this knows of
 * @param last the last one
 * @param days the versions of the days of events, by UTC day; those of version 0 may be absent
 * @param persons the version of the files of the persons that count
 * @param groups the same of groups
 * @param cohortPeople the same of the members of static cohorts
 */
public record LakeVersions(
        YearMonth first,
        YearMonth last,
        Map<LocalDate, Long> days,
        long persons,
        long groups,
        long cohortPeople) {
    /** Copies the map and checks the order of the months. */
    public LakeVersions {
        days = Map.copyOf(days);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("months from %s to %s".formatted(first, last));
        }
    }

    /** Whether it knows of all days from one to another. */
    public boolean knows(LocalDate from, LocalDate to) {
        return !YearMonth.from(from).isBefore(first) && !YearMonth.from(to).isAfter(last);
    }

    /** How often a day of events had changed; it must be known. */
    public long of(LocalDate day) {
        if (!knows(day, day)) {
            throw new IllegalArgumentException(day + " is not known");
        }
        return days.getOrDefault(day, 0L);
    }
}
