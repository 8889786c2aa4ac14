package dev.trendlake.intake.lake;

import java.util.HashMap;
import java.util.Map;

/** Versions of side tables that are kept in memory. */
public final class VersionsInMemory implements SideTableVersions {
    private final Map<String, Long> current = new HashMap<>();
    private long drawn;

    @Override
    public long current(long project, SideTable<?> table) {
        return current.getOrDefault(keyOf(project, table), 0L);
    }

    @Override
    public long draw(long project, long above) {
        return ++drawn;
    }

    @Override
    public boolean publish(long project, SideTable<?> table, long replaced, long version) {
        if (current(project, table) != replaced) {
            return false;
        }
        current.put(keyOf(project, table), version);
        return true;
    }

    private static String keyOf(long project, SideTable<?> table) {
        return project + table.name().word();
    }
}
