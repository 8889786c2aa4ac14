package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.GroupRow;
import dev.trendlake.intake.lake.SideTableStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what events say of groups into the table of groups. */
final class GroupLoader {
    private final SideTableStore tables;
    private final ProjectTimes projects;

    GroupLoader(SideTableStore tables, ProjectTimes projects) {
        this.tables = tables;
        this.projects = projects;
    }

    /** A group among all of a project's. */
    private record Name(int typeIndex, String key) {}

    /** Learns from events; groups of types that the project doesn't name are told and left out. */
    void load(long project, GroupsSeen seen, LoadListener listener) throws IOException {
        if (seen.isEmpty()) {
            return;
        }
        Map<Name, GroupProperties> groups = named(seen, projects.groupTypes(project), listener);
        tables.change(GroupRow.TABLE, project, present -> changed(present, groups));
    }

    private static Map<Name, GroupProperties> named(
            GroupsSeen seen, List<String> types, LoadListener listener) {
        Map<Name, GroupProperties> groups = new LinkedHashMap<>();
        seen.forEachType((type, byKey) -> {
            int index = types.indexOf(type);
            if (index < 0) {
                listener.groupTypeUnknown(type, byKey.size());
                return;
            }
            byKey.forEach((key, properties) -> groups.put(new Name(index, key), properties));
        });
        return groups;
    }

    private static Optional<List<GroupRow>> changed(
            List<GroupRow> present, Map<Name, GroupProperties> groups) {
        Map<Name, GroupRow> rows = new LinkedHashMap<>();
        present.forEach(row -> rows.put(new Name(row.typeIndex(), row.key()), row));
        groups.forEach((name, learned) -> {
            GroupProperties known = known(rows.get(name));
            known.setAll(learned);
            rows.put(
                    name,
                    new GroupRow(
                            name.typeIndex(),
                            name.key(),
                            known.updatedAt(),
                            known.json().toString()));
        });
        List<GroupRow> all = List.copyOf(rows.values());
        return all.equals(present) ? Optional.empty() : Optional.of(all);
    }

    // Of what is in the table, only the time of the whole row is known.
    private static GroupProperties known(@Nullable GroupRow row) {
        GroupProperties properties = new GroupProperties();
        if (row != null) {
            properties.set(GroupJson.read(row.properties()), row.updatedAt());
        }
        return properties;
    }
}
