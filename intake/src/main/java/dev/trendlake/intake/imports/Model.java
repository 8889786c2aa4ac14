package dev.trendlake.intake.imports;

import java.util.Locale;

/** What the rows of an export are (spec: batch export, 1 and 2). */
public enum Model {
    /** Events. */
    EVENTS,
    /** Persons, by distinct id. */
    PERSONS;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Model of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
