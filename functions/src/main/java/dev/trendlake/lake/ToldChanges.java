package dev.trendlake.lake;

import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.LakePartition.TableVersion;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Raises the versions of the partitions whose objects S3 says have changed, unless the change was
 * announced. To be told too often, late or in another order does no harm: a version is raised once
 * too often then, and never too seldom. Safe for use by several threads and processes.
 */
public final class ToldChanges {
    private static final Pattern NAMED_BY_CONTENT = Pattern.compile(".*/[0-9a-f]{32}\\.parquet");

    private final PartitionChanges versions;
    private final AnnouncedChanges announced;

    /** Takes where versions are, and what was announced. */
    public ToldChanges(PartitionChanges versions, AnnouncedChanges announced) {
        this.versions = versions;
        this.announced = announced;
    }

    /**
     * Takes note of changes, and says which partitions' versions were raised: each by one, however
     * many changes there are.
     *
     * @throws dev.trendlake.error.QueryUnavailable when it can't be done for now: all of them are
     *     to be told again
     */
    public Set<LakePartition> take(Collection<ToldChange> changes) {
        Map<LakePartition, Set<ToldChange>> byPartition =
                changes.stream()
                        .collect(Collectors.groupingBy(ToldChange::partition, Collectors.toSet()));
        Set<LakePartition> changed =
                byPartition.entrySet().stream()
                        .filter(partition -> !isAnnounced(partition.getKey(), partition.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
        versions.raise(changed);
        return changed;
    }

    private boolean isAnnounced(LakePartition partition, Set<ToldChange> told) {
        return switch (partition) {
            case EventDay day -> {
                Set<ObjectChange> changes =
                        told.stream()
                                .map(ToldChange::change)
                                .collect(Collectors.toUnmodifiableSet());
                // Of two that an object went through, one at most was announced.
                yield announced.take(day, changes).size() == told.size();
            }
            case TableVersion _ ->
                    told.stream().map(ToldChange::change).allMatch(ToldChanges::isWrittenOnce);
        };
    }

    // A file that is named by its content is written before its version counts, whose number is
    // new.
    private static boolean isWrittenOnce(ObjectChange change) {
        return switch (change.kind()) {
            case CREATED -> NAMED_BY_CONTENT.matcher(change.key()).matches();
            case REMOVED -> false;
        };
    }
}
