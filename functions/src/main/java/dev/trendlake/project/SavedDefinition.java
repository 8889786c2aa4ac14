package dev.trendlake.project;

/** An action, a cohort or an insight with all that the API shows of it. */
public sealed interface SavedDefinition permits SavedAction, SavedCohort, SavedInsight {
    /** Its number in the project. */
    long id();

    /** Its name. */
    String name();

    /** What questions don't need of it. */
    Details details();
}
