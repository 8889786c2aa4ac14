package dev.trendlake.lake;

import java.time.Instant;

/**
 * How many members a static cohort has.
 *
 * @param cohortId the cohort's number
 * @param members at least 0
 * @param countedAt since when
 */
public record CohortSize(long cohortId, int members, Instant countedAt) {
    /** Checks the number. */
    public CohortSize {
        if (members < 0) {
            throw new IllegalArgumentException(members + " members");
        }
    }
}
