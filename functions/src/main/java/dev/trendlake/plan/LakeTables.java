package dev.trendlake.plan;

/**
 * What the tables of the lake are called.
 *
 * @param events one row an event
 * @param persons who is behind a distinct id now
 * @param groups the properties of groups
 * @param cohortPeople the members of static cohorts
 */
public record LakeTables(String events, String persons, String groups, String cohortPeople) {
    /** The names that the template gives them. */
    public static LakeTables usual() {
        return new LakeTables("events", "persons", "groups", "cohort_people");
    }
}
