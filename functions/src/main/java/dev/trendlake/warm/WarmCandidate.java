package dev.trendlake.warm;

import dev.trendlake.project.Project;

/**
 * A question that may be worth an answer beforehand.
 *
 * @param project whose it is
 * @param name what it is, for those who read the report: {@code insight 3} or {@code asked 1a2b…}
 * @param question its words
 * @param askings how often it was asked, about
 * @param cost what its last computation cost
 */
record WarmCandidate(
        Project project, String name, AskedQuestion question, long askings, ComputingCost cost) {
    /** The bytes that callers would have had read without an answer at hand. */
    double value() {
        return (double) askings * cost.billedBytes();
    }
}
