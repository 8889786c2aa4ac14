package dev.trendlake.trend;

/** Who is in a cohort. */
public sealed interface CohortMembers {
    /** Everybody, known or not. */
    record Everybody() implements CohortMembers {}

    /** Nobody: a cohort without any criteria. */
    record Nobody() implements CohortMembers {}

    /** The people that the lake lists under this cohort's number. */
    record Listed(long cohortId) implements CohortMembers {}

    /** The people who meet a criterion. */
    record Meeting(CohortCriterion criterion) implements CohortMembers {}
}
