package dev.trendlake.intake.lake;

import dev.trendlake.lake.LakePartition;
import dev.trendlake.lake.PartitionChanges;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Versions of partitions, by folder, for a test. */
public final class RaisedVersions implements PartitionChanges {
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    @Override
    public void raise(Set<? extends LakePartition> partitions) {
        partitions.forEach(partition -> versions.merge(partition.folder(), 1, Integer::sum));
    }

    /** How often each folder's was raised. */
    public Map<String, Integer> all() {
        return Map.copyOf(versions);
    }
}
