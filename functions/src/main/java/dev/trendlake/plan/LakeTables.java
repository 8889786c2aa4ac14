package dev.trendlake.plan;

/**
 * What the tables of the lake are called.
 *
 * @param events one row an event
 * @param persons who is behind a distinct id now
 * @param groups the properties of groups
 * @param cohortPeople the members of static cohorts
 * @param eventsLocation where the files of the events lie, {@code s3://BUCKET/events/}
 */
public record LakeTables(
        String events, String persons, String groups, String cohortPeople, String eventsLocation) {
    /** Checks the location. */
    public LakeTables {
        if (!eventsLocation.startsWith("s3://") || !eventsLocation.endsWith("/")) {
            throw new IllegalArgumentException(
                    "'%s' is not of the form s3://BUCKET/FOLDER/".formatted(eventsLocation));
        }
    }

    /** The tables of a lake in a bucket. */
    public static LakeTables in(
            String bucket, String events, String persons, String groups, String cohortPeople) {
        return new LakeTables(
                events, persons, groups, cohortPeople, "s3://%s/events/".formatted(bucket));
    }

    /** The names that the template gives them, in a bucket {@code lake}. */
    public static LakeTables usual() {
        return in("lake", "events", "persons", "groups", "cohort_people");
    }
}
