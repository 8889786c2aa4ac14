package dev.trendlake.intake.lake;

import dev.trendlake.lake.LakePartition.TableVersion;
import dev.trendlake.lake.PartitionChanges;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The side tables of projects: read whole, and replaced whole by a version that counts only when
 * all of it is written. Safe for several threads and processes.
 */
public final class SideTableStore {
    /** Twice the time that Athena gives a statement: one that reads an old version is over. */
    private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

    private static final int ATTEMPTS = 5;

    private final SideTableFiles files;
    private final SideTableVersions versions;
    private final PartitionChanges changes;
    private final InstantSource clock;

    /**
     * @param changes is told of each version before it counts
     * @param clock tells which versions are too old to be read by anybody
     */
    public SideTableStore(
            SideTableFiles files,
            SideTableVersions versions,
            PartitionChanges changes,
            InstantSource clock) {
        this.files = files;
        this.versions = versions;
        this.changes = changes;
        this.clock = clock;
    }

    /** The rows that count; none when the project doesn't have the table. */
    public <R> List<R> rows(SideTable<R> table, long project) throws IOException {
        return rows(table, project, versions.current(project, table));
    }

    /**
     * Replaces a table.
     *
     * @param change gives the new rows for those that count; empty when they are the same. It is
     *     asked again when another change came first.
     * @return whether there is a new version
     * @throws IOException when the table can't be read or written, or others never stop changing it
     */
    public <R> boolean change(
            SideTable<R> table, long project, Function<List<R>, Optional<List<R>>> change)
            throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long current = versions.current(project, table);
            Optional<List<R>> changed = change.apply(rows(table, project, current));
            if (changed.isEmpty()) {
                return false;
            }
            long next = versions.draw(project, current);
            files.write(table, project, next, changed.get());
            changes.raise(Set.of(new TableVersion(project, table.name(), next)));
            if (versions.publish(project, table, current, next)) {
                removeUnread(table, project, current);
                return true;
            }
        }
        throw new IOException(
                "the %s of project %d are being changed by others, or the project is gone"
                        .formatted(table.name().word(), project));
    }

    private <R> List<R> rows(SideTable<R> table, long project, long version) throws IOException {
        return version == 0 ? List.of() : files.read(table, project, version);
    }

    // What the replaced version had replaced itself is no longer read once that one is old enough.
    private void removeUnread(SideTable<?> table, long project, long replaced) {
        boolean isUnread =
                replaced > 0
                        && files.writtenAt(table, project, replaced)
                                .isBefore(clock.instant().minus(LONGEST_STATEMENT));
        if (isUnread) {
            files.removeBelow(table, project, replaced);
        }
    }
}
