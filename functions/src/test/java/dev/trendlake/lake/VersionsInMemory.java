package dev.trendlake.lake;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Versions of partitions, by folder, for a test. */
public final class VersionsInMemory implements PartitionChanges {
    private final Map<String, Integer> versions = new TreeMap<>();

    @Override
    public void raise(Set<? extends LakePartition> partitions) {
        partitions.forEach(partition -> versions.merge(partition.folder(), 1, Integer::sum));
    }

    /** Those that were ever raised. */
    public Map<String, Integer> all() {
        return versions;
    }
}
