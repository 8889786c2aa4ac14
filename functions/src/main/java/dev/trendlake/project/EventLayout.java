package dev.trendlake.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a project's events lie in the lake, as its settings say.
 *
 * @param columns the properties that have columns of their own
 * @param quartersFrom the first UTC day from which on every file has the column {@code quarter}:
 *     the quarter hours of the day that had passed; empty when none has
 * @param leftOut the files that don't count: new ones that repeat others until they take their
 *     place, and old ones whose place is taken
 * @param unreadable the settings that say something about it which can't be read; whoever reads the
 *     events does without
 */
public record EventLayout(
        PropertyColumns columns,
        Optional<LocalDate> quartersFrom,
        SortedSet<EventFile> leftOut,
        List<String> unreadable) {
    /** Properties in documents alone, and every file counts. */
    public static final EventLayout PLAIN = of(PropertyColumns.NONE, List.of());

    /** Copies the files and the list. */
    public EventLayout {
        leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
        unreadable = List.copyOf(unreadable);
    }

    /** A layout whose settings can all be read. */
    public static EventLayout of(PropertyColumns columns, Collection<EventFile> leftOut) {
        return new EventLayout(columns, Optional.empty(), new TreeSet<>(leftOut), List.of());
    }
}
