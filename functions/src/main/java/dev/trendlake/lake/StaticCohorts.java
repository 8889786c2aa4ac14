package dev.trendlake.lake;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.NotFound;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.lake.LakePartition.TableVersion;
import dev.trendlake.project.SideTableName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The members of static cohorts. Each change writes the project's whole table as a new version,
 * which counts from when it is published; of two changes at once the second one starts anew. Safe
 * for use by several threads and processes.
 */
public final class StaticCohorts {
    /** How many members all static cohorts of a project may have together. */
    public static final int MOST_MEMBERS = 500_000;

    /** Twice the time that Athena gives a statement: one that reads an old version is over. */
    private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

    private static final int ATTEMPTS = 5;

    private final MemberFiles files;
    private final MemberVersions versions;
    private final PartitionChanges changes;
    private final InstantSource clock;

    /**
     * Takes where members are kept.
     *
     * @param changes is told of each version before it counts
     * @param clock tells which versions are too old to be read by anybody
     */
    public StaticCohorts(
            MemberFiles files,
            MemberVersions versions,
            PartitionChanges changes,
            InstantSource clock) {
        this.files = files;
        this.versions = versions;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Puts people into a cohort, beside those that are in it.
     *
     * @return how many are in it now
     * @throws InvalidRequest when they don't fit
     * @throws QueryUnavailable when others never stop changing the table
     */
    public CohortSize add(long project, long cohortId, Set<String> personIds) {
        return change(
                project,
                cohortId,
                members -> personIds.forEach(id -> members.add(new CohortMember(cohortId, id))));
    }

    /**
     * Makes people the members of a cohort, in place of those that are in it. Otherwise as above.
     */
    public CohortSize replace(long project, long cohortId, Set<String> personIds) {
        return change(
                project,
                cohortId,
                members -> {
                    members.removeIf(member -> member.cohortId() == cohortId);
                    personIds.forEach(id -> members.add(new CohortMember(cohortId, id)));
                });
    }

    /**
     * Takes a person out of a cohort. Otherwise as above.
     *
     * @throws NotFound when the person isn't in it
     */
    public CohortSize remove(long project, long cohortId, String personId) {
        return change(
                project,
                cohortId,
                members -> {
                    if (!members.remove(new CohortMember(cohortId, personId))) {
                        throw new NotFound("Person is not part of the cohort");
                    }
                });
    }

    private CohortSize change(long project, long cohortId, Consumer<Set<CohortMember>> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long current = versions.current(project);
            Set<CohortMember> members = members(project, current);
            change.accept(members);
            checkSize(members.size());
            CohortSize size = new CohortSize(cohortId, sizeOf(cohortId, members), clock.instant());
            if (publish(project, current, members, size)) {
                return size;
            }
        }
        throw new QueryUnavailable(
                "The project's static cohorts are being changed by others. Ask again in a moment.",
                Duration.ofSeconds(1));
    }

    private Set<CohortMember> members(long project, long version) {
        return version == 0 ? new HashSet<>() : new HashSet<>(files.read(project, version));
    }

    private boolean publish(
            long project, long current, Set<CohortMember> members, CohortSize size) {
        long next = versions.draw(project, current);
        files.write(project, next, members);
        changes.raise(Set.of(new TableVersion(project, SideTableName.COHORT_PEOPLE, next)));
        if (!versions.publish(project, current, next, size)) {
            files.remove(project, next);
            return false;
        }
        removeUnread(project, current);
        return true;
    }

    // What the replaced version had replaced itself is no longer read once that one is old enough.
    private void removeUnread(long project, long replaced) {
        boolean isUnread =
                replaced > 0
                        && files.writtenAt(project, replaced)
                                .isBefore(clock.instant().minus(LONGEST_STATEMENT));
        if (isUnread) {
            files.removeBelow(project, replaced);
        }
    }

    private static int sizeOf(long cohortId, Set<CohortMember> members) {
        return Math.toIntExact(
                members.stream().filter(member -> member.cohortId() == cohortId).count());
    }

    private static void checkSize(int members) {
        if (members > MOST_MEMBERS) {
            throw new InvalidRequest(
                    "",
                    "The static cohorts of this project would have %d members in all; %d fit."
                            .formatted(members, MOST_MEMBERS));
        }
    }
}
