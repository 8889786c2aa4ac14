package dev.trendlake.intake.compact;

import dev.trendlake.project.PropertyColumns;
import java.time.LocalDate;
import java.util.Set;

/** The days of which all files have a project's columns, while not all days have them. */
public interface RenewedDays {
    /** Those that have these columns; what was noted of other columns is forgotten. */
    Set<LocalDate> of(long project, PropertyColumns columns);

    /** Notes one more. */
    void add(long project, LocalDate day);

    /** Forgets all: every day has the columns. */
    void clear(long project);
}
