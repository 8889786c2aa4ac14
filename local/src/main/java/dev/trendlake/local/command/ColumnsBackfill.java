package dev.trendlake.local.command;

import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.project.PropertyColumn;
import java.time.LocalDate;

/** Gives a column to the events that are in the lake already. */
@FunctionalInterface
interface ColumnsBackfill {
    /**
     * Writes the closed days of a project anew, each with the column.
     *
     * @return the first UTC day from which on every file has the column now; the day from which the
     *     column is complete anyway, when nothing was written
     */
    LocalDate rewritten(RunningStack stack, long project, PropertyColumn column);

    /** Leaves what is in the lake as it is. */
    static ColumnsBackfill none() {
        return (_, _, column) -> column.completeFrom();
    }
}
