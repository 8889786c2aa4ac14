package dev.trendlake.lake;

/** Knows which version of a project's table of members counts. */
public interface MemberVersions {
    /** The version that counts; 0 when the project doesn't have the table. */
    long current(long project);

    /** A number above the current version's that nobody else was or will be given. */
    long draw(long project, long current);

    /**
     * Makes a version count, with what it makes of a cohort, and tells that results that were kept
     * may be out of date: all of it or nothing.
     *
     * @return whether it does: not when another than {@code replaced} counts by now
     */
    boolean publish(long project, long replaced, long version, CohortSize size);
}
