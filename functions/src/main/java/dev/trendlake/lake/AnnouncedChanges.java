package dev.trendlake.lake;

import dev.trendlake.lake.LakePartition.EventDay;
import java.util.Set;

/**
 * Changes of objects that don't change what their day says, or that its version was raised for: it
 * is not raised when they are told of. One that is told of twice, or long after it was announced,
 * raises it all the same.
 */
public interface AnnouncedChanges {
    /**
     * Announces changes of a day's objects: before they are made, or after the day was raised for
     * them.
     *
     * @throws dev.trendlake.error.QueryUnavailable when it can't be done for now; some may have
     *     been announced
     */
    void announce(EventDay day, Set<ObjectChange> changes);

    /**
     * Those of a day's changes that were announced. They are forgotten, so that of several who ask
     * for one at once, one gets it.
     *
     * @throws dev.trendlake.error.QueryUnavailable when it can't be done for now
     */
    Set<ObjectChange> take(EventDay day, Set<ObjectChange> changes);
}
