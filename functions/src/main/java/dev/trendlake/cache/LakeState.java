package dev.trendlake.cache;

import dev.trendlake.project.LakeReach;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTable;
import java.time.LocalDate;
import java.util.TreeMap;

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
        // Sparse: a day that never changed may lie beyond what was read.
        new TreeMap<>(versions.days())
                .subMap(reach.first(), true, reach.last(), true)
                .forEach((day, version) -> addDay(text, day, version));
        for (SideTable table : SideTable.values()) {
            if (reach.tables().contains(table)) {
                text.append(table).append(version(table)).append('/').append(changes(table));
            }
        }
        if (reach.beginsWithFirstEvent()) {
            text.append(project.earliestEvent());
        }
        return Digests.brief(text.toString());
    }

    private static void addDay(StringBuilder text, LocalDate day, long version) {
        if (version > 0) {
            text.append(day).append('=').append(version).append(';');
        }
    }

    private long version(SideTable table) {
        return switch (table) {
            case PERSONS -> project.sideTables().persons();
            case GROUPS -> project.sideTables().groups();
            case COHORT_PEOPLE -> project.sideTables().cohortPeople();
        };
    }

    private long changes(SideTable table) {
        return switch (table) {
            case PERSONS -> versions.persons();
            case GROUPS -> versions.groups();
            case COHORT_PEOPLE -> versions.cohortPeople();
        };
    }
}
