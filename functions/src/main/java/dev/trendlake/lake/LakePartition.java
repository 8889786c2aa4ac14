package dev.trendlake.lake;

import java.time.LocalDate;

/**
 * A folder of the lake whose objects are read together. Its version, a number, says how often they
 * have changed.
 */
public sealed interface LakePartition {
    /** Whose it is. */
    long project();

    /** The events of a day in UTC: {@code events/project_id=7/day=2026-11-23/}. */
    record EventDay(long project, LocalDate day) implements LakePartition {}

    /** A version of a table beside the events: {@code persons/project_id=7/version=3/}. */
    record TableVersion(long project, SideTableName table, long version) implements LakePartition {}
}
