package dev.trendlake.lake;

/**
 * A person in a static cohort.
 *
 * @param cohortId the cohort's number
 * @param personId the person
 */
public record CohortMember(long cohortId, String personId) implements Comparable<CohortMember> {
    /** The table's name in the catalog's template and in the bucket. */
    public static final String TABLE = "cohort_people";

    /** By cohort, then by person: the order of the files. */
    @Override
    public int compareTo(CohortMember other) {
        int byCohort = Long.compare(cohortId, other.cohortId);
        return byCohort == 0 ? personId.compareTo(other.personId) : byCohort;
    }
}
