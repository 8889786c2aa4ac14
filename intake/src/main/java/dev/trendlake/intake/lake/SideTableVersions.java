package dev.trendlake.intake.lake;

/** Knows which version of a project's side tables counts. */
public interface SideTableVersions {
    /** The version that counts; 0 when the project doesn't have the table. */
    long current(long project, SideTable<?> table);

    /** A number above the current version's that nobody else was or will be given. */
    long draw(long project, long current);

    /**
     * Makes a version count, and tells that results that were kept may be out of date.
     *
     * @return whether it does: not when another than {@code replaced} counts by now
     */
    boolean publish(long project, SideTable<?> table, long replaced, long version);
}
