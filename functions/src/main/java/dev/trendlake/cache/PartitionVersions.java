package dev.trendlake.cache;

import dev.trendlake.project.SideTables;
import java.time.YearMonth;

/** Tells how often the partitions of the lake have changed. */
public interface PartitionVersions {
    /**
     * The versions of a project's partitions as they are now: a change that was told of before this
     * call is in them.
     *
     * @param first the first month of events, by UTC days
     * @param last the last one
     * @param tables the versions of the tables beside the events that count
     * @throws dev.trendlake.error.QueryUnavailable when they can't be read for now
     */
    LakeVersions read(long project, YearMonth first, YearMonth last, SideTables tables);
}
