package dev.trendlake.local.athena;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The workgroups; {@code primary} is always there, without a location for results. */
final class WorkGroups {
    static final String PRIMARY = "primary";

    private final Map<String, WorkGroup> byName = new ConcurrentHashMap<>();

    WorkGroups() {
        put(new WorkGroup(PRIMARY, "", 0, false));
    }

    void put(WorkGroup workGroup) {
        byName.put(workGroup.name(), workGroup);
    }

    /** The names, sorted. */
    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    WorkGroup required(String name) throws Refusal {
        WorkGroup found = byName.get(name);
        if (found == null) {
            throw Refusal.invalidInput("WorkGroup " + name + " is not found.");
        }
        return found;
    }
}
