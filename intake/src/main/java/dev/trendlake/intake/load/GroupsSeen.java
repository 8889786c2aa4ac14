package dev.trendlake.intake.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What events say of groups: {@code $groupidentify} names a group by type and key, and sets its
 * properties. PostHog exports groups in no other way.
 */
final class GroupsSeen {
    private static final Slice IDENTIFY = Slices.utf8Slice("$groupidentify");

    private final Map<String, Map<String, GroupProperties>> byType = new TreeMap<>();

    /** Takes an event of any name. One that names no group says nothing. */
    void see(EventRow event) {
        if (!event.required(EventField.EVENT).equals(IDENTIFY)) {
            return;
        }
        ObjectNode properties =
                GroupJson.read(event.required(EventField.PROPERTIES).toStringUtf8());
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
                        event.time());
    }

    /** Takes what was seen later. */
    void addAll(GroupsSeen later) {
        later.byType.forEach((type, groups) -> {
            Map<String, GroupProperties> known = byType.computeIfAbsent(type, _ -> new TreeMap<>());
            groups.forEach((key, properties) ->
                    known.computeIfAbsent(key, _ -> new GroupProperties()).setAll(properties));
        });
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    /** Gives the groups of each type, by the type's name. */
    void forEachType(BiConsumer<String, Map<String, GroupProperties>> groups) {
        byType.forEach(groups);
    }
}
