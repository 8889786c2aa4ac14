package dev.trendlake.lake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The files of the table of members, below {@code cohort_people/project_id=7/version=3/}. A version
 * is written once, whole.
 */
public interface MemberFiles {
    /** The members that a version lists; none for one without files. */
    List<CohortMember> read(long project, long version);

    /** Writes a version that nobody reads yet. One without members has no file. */
    void write(long project, long version, Collection<CohortMember> members);

    /** When a version was written; the distant future for one without files. */
    Instant writtenAt(long project, long version);

    /** Removes all versions below one. */
    void removeBelow(long project, long version);

    /** Removes one version. */
    void remove(long project, long version);
}
