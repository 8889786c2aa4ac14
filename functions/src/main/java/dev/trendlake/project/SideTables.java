package dev.trendlake.project;

/**
 * Which versions of the tables beside the events a project's questions read: each version is a
 * folder of its own, written whole before it counts. 0 for a table that the project doesn't have.
 *
 * @param persons who is behind a distinct id now, and that person's properties
 * @param groups the properties of groups
 * @param cohortPeople the members of static cohorts
 */
public record SideTables(long persons, long groups, long cohortPeople) {
    /** Checks the numbers. */
    public SideTables {
        if (persons < 0 || groups < 0 || cohortPeople < 0) {
            throw new IllegalArgumentException(
                    "table versions %d, %d, %d".formatted(persons, groups, cohortPeople));
        }
    }

    /** A project with nothing but events. */
    public static SideTables none() {
        return new SideTables(0, 0, 0);
    }

    /** The version of a table that counts; 0 when the project doesn't have it. */
    public long of(SideTableName table) {
        return switch (table) {
            case PERSONS -> persons;
            case GROUPS -> groups;
            case COHORT_PEOPLE -> cohortPeople;
        };
    }
}
