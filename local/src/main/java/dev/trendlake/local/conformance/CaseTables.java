package dev.trendlake.local.conformance;

import dev.trendlake.intake.lake.GroupRow;
import dev.trendlake.intake.lake.PersonRow;
import dev.trendlake.intake.lake.SideTable;
import dev.trendlake.intake.lake.SideTableFiles;
import dev.trendlake.lake.CohortMember;
import dev.trendlake.lake.MemberFiles;
import dev.trendlake.project.SideTables;
import java.io.IOException;
import java.util.List;

/** Writes the tables beside the events of a case, for a project that nobody knows yet. */
final class CaseTables {
    private static final long FIRST_VERSION = 1;

    private final SideTableFiles files;
    private final MemberFiles members;

    CaseTables(SideTableFiles files, MemberFiles members) {
        this.files = files;
        this.members = members;
    }

    /** Writes the tables that the case has, and says which those are. */
    SideTables write(long project, ConformanceCase source) throws IOException {
        CasePeople people = new CasePeople(source);
        return new SideTables(
                write(PersonRow.TABLE, project, people.rows()),
                write(GroupRow.TABLE, project, groups(source)),
                write(project, people.members()));
    }

    private <R> long write(SideTable<R> table, long project, List<R> rows) throws IOException {
        if (rows.isEmpty()) {
            return 0;
        }
        files.write(table, project, FIRST_VERSION, rows);
        return FIRST_VERSION;
    }

    private long write(long project, List<CohortMember> listed) {
        if (listed.isEmpty()) {
            return 0;
        }
        members.write(project, FIRST_VERSION, listed);
        return FIRST_VERSION;
    }

    private static List<GroupRow> groups(ConformanceCase source) {
        return source.groups().stream()
                .map(group ->
                        new GroupRow(
                                Math.toIntExact(group.typeIndex()),
                                group.key(),
                                CasePeople.BEFORE_ALL_EVENTS,
                                group.properties().toString()))
                .toList();
    }
}
