package dev.trendlake.lake;

import dev.trendlake.lake.LakePartition.EventDay;
import java.util.Set;

/** Tells that partitions have changed: results that were computed from them are out of date. */
public interface PartitionChanges {
    /**
     * Raises the versions of partitions. To be called when the change can be read: whoever reads a
     * version after this call reads a higher one. It may be raised by more than one.
     *
     * @throws dev.trendlake.error.QueryUnavailable when it can't be done for now; some may have
     *     been raised
     */
    void raise(Set<? extends LakePartition> partitions);

    /**
     * Raises the version of a day for changes that were made to its objects, of which S3 need not
     * tell again.
     *
     * @throws dev.trendlake.error.QueryUnavailable when it can't be done for now; it may have been
     *     raised
     */
    default void raise(EventDay day, Set<ObjectChange> made) {
        raise(Set.of(day));
    }
}
