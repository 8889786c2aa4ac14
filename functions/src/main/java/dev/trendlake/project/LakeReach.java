package dev.trendlake.project;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which part of a project's lake something follows from.
 *
 * @param first the first UTC day of events
 * @param last the last one
 * @param tables the tables beside the events, whether or not the project has them yet
 * @param beginsWithFirstEvent whether it begins with the project's first event, which may become
 *     another one
 */
public record LakeReach(
        LocalDate first, LocalDate last, Set<SideTableName> tables, boolean beginsWithFirstEvent) {
    /** Copies the set and checks the order of the days. */
    public LakeReach {
        tables = Set.copyOf(tables);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days from %s to %s".formatted(first, last));
        }
    }
}
