package dev.trendlake.lake;

import dev.trendlake.lake.LakePartition.EventDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Announced changes for a test. */
public final class AnnouncedInMemory implements AnnouncedChanges {
    private final Map<EventDay, Set<ObjectChange>> announced = new HashMap<>();

    @Override
    public void announce(EventDay day, Set<ObjectChange> changes) {
        announced.computeIfAbsent(day, _ -> new HashSet<>()).addAll(changes);
    }

    @Override
    public Set<ObjectChange> take(EventDay day, Set<ObjectChange> changes) {
        Set<ObjectChange> ofDay = announced.getOrDefault(day, new HashSet<>());
        Set<ObjectChange> taken = new HashSet<>(changes);
        taken.retainAll(ofDay);
        ofDay.removeAll(taken);
        return taken;
    }
}
