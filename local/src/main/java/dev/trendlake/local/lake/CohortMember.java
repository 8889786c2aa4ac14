package dev.trendlake.local.lake;

import java.util.Comparator;
import java.util.List;

/**
 * A person in a static cohort.
 *
 * @param cohortId the cohort's number
 * @param personId the person
 */
public record CohortMember(long cohortId, String personId) {
    /** The table: one row for each member of each cohort. */
    public static final SideTable<CohortMember> TABLE =
            new SideTable<>(
                    "cohort_people",
                    List.of(
                            LakeColumn.bigint("cohort_id", CohortMember::cohortId),
                            LakeColumn.bigint("person_key", row -> PersonKey.of(row.personId())),
                            LakeColumn.text("person_id", CohortMember::personId)),
                    Comparator.comparingLong(CohortMember::cohortId)
                            .thenComparing(CohortMember::personId),
                    row -> new CohortMember(row.bigint(0), row.text(2)));
}
