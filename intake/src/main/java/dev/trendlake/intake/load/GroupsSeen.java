package dev.trendlake.intake.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What events say of groups: {@code $groupidentify} names a group by type and key, and sets its
 * properties. PostHog exports groups in no other way.
 */
final class GroupsSeen {
    private static final String IDENTIFY = "$groupidentify";

    private final Map<String, Map<String, GroupProperties>> byType = new TreeMap<>();

    /** Takes an event of any name. One that names no group says nothing. */
    void see(Event event) {
        if (!event.event().equals(IDENTIFY)) {
            return;
        }
        ObjectNode properties = GroupJson.read(event.properties());
        String type = properties.path("$group_type").asText();
        String key = properties.path("$group_key").asText();
        if (type.isEmpty() || key.isEmpty()) {
            return;
        }
        JsonNode set = properties.path("$group_set");
        byType.computeIfAbsent(type, _ -> new TreeMap<>())
                .computeIfAbsent(key, _ -> new GroupProperties())
                .set(
                        set instanceof ObjectNode object
                                ? object
                                : GroupJson.MAPPER.createObjectNode(),
                        event.timestamp());
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    /** Gives the groups of each type, by the type's name. */
    void forEachType(BiConsumer<String, Map<String, GroupProperties>> groups) {
        byType.forEach(groups);
    }
}
