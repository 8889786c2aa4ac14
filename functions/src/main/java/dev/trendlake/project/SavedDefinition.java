package dev.trendlake.project;

/** An action or a cohort with all that the API shows of it. */
public sealed interface SavedDefinition permits SavedAction, SavedCohort {
    /** Its number in the project. */
    long id();

    /** Its name. */
    String name();

    /** What questions don't need of it. */
    Details details();
}
