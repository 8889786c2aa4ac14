package dev.trendlake.trend;

/**
 * A set of people (spec: actions and cohorts, 3), understood whole: cohorts that it refers to are
 * inside it, relative windows are resolved.
 *
 * @param id its number in the project; 0 for everybody
 * @param name its name, which answers show
 * @param members who is in it
 */
public record Cohort(long id, String name, CohortMembers members) {
    /** The id of {@link #allUsers}. */
    public static final long ALL_USERS = 0;

    /** Everybody, as {@code "all"} asks in a breakdown. */
    public static Cohort allUsers() {
        return new Cohort(ALL_USERS, "all users", new CohortMembers.Everybody());
    }
}
