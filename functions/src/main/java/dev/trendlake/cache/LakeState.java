package dev.trendlake.cache;

import dev.trendlake.project.LakeReach;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTableName;
import java.time.LocalDate;

/** A project's lake at a moment, as far as its partitions' versions tell it from others. */
public record LakeState(Project project, LakeVersions versions) {
    /** Whether it is known how a part of the lake stands. */
    public boolean knows(LakeReach reach) {
        return versions.knows(reach.first(), reach.last());
    }

    /**
     * The same for two states exactly when nothing has changed between them in a part of the lake,
     * which must be known.
     */
    public String digest(LakeReach reach) {
        StringBuilder text = new StringBuilder();
        reach.first()
                .datesUntil(reach.last().plusDays(1))
                .forEach(day -> addDay(text, day, versions.days().getOrDefault(day, 0L)));
        for (SideTableName table : SideTableName.values()) {
            if (reach.tables().contains(table)) {
                text.append(table)
                        .append(project.sideTables().of(table))
                        .append('/')
                        .append(changes(table));
            }
        }
        if (reach.beginsWithFirstEvent()) {
            text.append(project.earliestEvent());
        }
        return Digests.brief(text.toString());
    }

    // A day that never changed may lie beyond what was read.
    private static void addDay(StringBuilder text, LocalDate day, long version) {
        if (version > 0) {
            text.append(day).append('=').append(version).append(';');
        }
    }

    private long changes(SideTableName table) {
        return switch (table) {
            case PERSONS -> versions.persons();
            case GROUPS -> versions.groups();
            case COHORT_PEOPLE -> versions.cohortPeople();
        };
    }
}
