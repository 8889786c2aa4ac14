package dev.trendlake.project;

/** A table beside the events. */
public enum SideTable {
    PERSONS,
    GROUPS,
    COHORT_PEOPLE
}
