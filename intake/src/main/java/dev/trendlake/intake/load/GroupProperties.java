package dev.trendlake.intake.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The properties of a group, each as the latest event set it. */
final class GroupProperties {
    private record Value(JsonNode json, Instant setAt) {}

    private final Map<String, Value> values = new LinkedHashMap<>();
    private Instant updatedAt = Instant.EPOCH;

    /** Sets properties; those that were set later stay. */
    void set(ObjectNode properties, Instant time) {
        properties
                .properties()
                .forEach(property -> set(property.getKey(), new Value(property.getValue(), time)));
        touch(time);
    }

    void setAll(GroupProperties others) {
        others.values.forEach(this::set);
        touch(others.updatedAt);
    }

    /** When the group was last spoken of. */
    Instant updatedAt() {
        return updatedAt;
    }

    ObjectNode json() {
        ObjectNode json = GroupJson.MAPPER.createObjectNode();
        values.forEach((name, value) -> json.set(name, value.json()));
        return json;
    }

    private void set(String name, Value value) {
        values.merge(
                name, value, (known, next) -> next.setAt().isBefore(known.setAt()) ? known : next);
    }

    private void touch(Instant time) {
        updatedAt = time.isAfter(updatedAt) ? time : updatedAt;
    }
}
