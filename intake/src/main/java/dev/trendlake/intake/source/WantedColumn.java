package dev.trendlake.intake.source;

import java.util.Set;

/**
 * A column of Parquet that is wanted.
 *
 * @param name its name
 * @param kinds what it may hold
 * @param isRequired whether a file without it can't be read
 */
public record WantedColumn(String name, Set<PageColumn.Kind> kinds, boolean isRequired) {
    /** Copies the set. */
    public WantedColumn {
        kinds = Set.copyOf(kinds);
    }

    /** One that every file has. */
    public static WantedColumn required(String name, PageColumn.Kind... kinds) {
        return new WantedColumn(name, Set.of(kinds), true);
    }

    /** One that a file may have. */
    public static WantedColumn optional(String name, PageColumn.Kind... kinds) {
        return new WantedColumn(name, Set.of(kinds), false);
    }
}
