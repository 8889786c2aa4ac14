package dev.trendlake.project;

import java.util.Arrays;
import java.util.Optional;

/** The tables beside the events. */
public enum SideTableName {
    /** Who is behind a distinct id. */
    PERSONS("persons"),
    /** The properties of groups. */
    GROUPS("groups"),
    /** The members of static cohorts. */
    COHORT_PEOPLE("cohort_people");

    private final String word;

    SideTableName(String word) {
        this.word = word;
    }

    /** Its name in the catalog's template and in the bucket. */
    public String word() {
        return word;
    }

    /** The table of that name. */
    public static Optional<SideTableName> of(String word) {
        return Arrays.stream(values()).filter(table -> table.word.equals(word)).findFirst();
    }
}
