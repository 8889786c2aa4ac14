package dev.trendlake.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources by logical name, as the file has them, and what they are called. */
final class Resources {
    private final Map<?, ?> resources;

    Resources(Map<?, ?> resources) {
        this.resources = resources;
    }

    /** Whether the template has such a resource. */
    boolean has(String logicalName) {
        return resources.containsKey(logicalName);
    }

    /** The resources of one type, by logical name, each the map with {@code Type} and the rest. */
    Map<String, Map<?, ?>> ofType(String type) {
        Map<String, Map<?, ?>> found = new LinkedHashMap<>();
        resources.forEach((name, resource) -> {
            if (resource instanceof Map<?, ?> map && type.equals(map.get("Type"))) {
                found.put(String.valueOf(name), map);
            }
        });
        return found;
    }

    /** The type of a resource. */
    String type(String logicalName) {
        if (resources.get(logicalName) instanceof Map<?, ?> map
                && map.get("Type") instanceof String type) {
            return type;
        }
        throw new InvalidTemplate("Resources." + logicalName + ".Type", "is missing");
    }

    /** What a reference to the resource gives: its physical name. */
    String name(String logicalName, Intrinsics intrinsics) {
        String type = type(logicalName);
        String place = PhysicalNames.propertyOf(type);
        Object given = place == null ? null : property(logicalName, place);
        if (given == null) {
            return PhysicalNames.derived(type, logicalName);
        }
        String address = "Resources." + logicalName + ".Properties." + place;
        Object resolved = intrinsics.resolve(address, given);
        return resolved == null ? PhysicalNames.derived(type, logicalName) : resolved.toString();
    }

    private @Nullable Object property(String logicalName, String place) {
        Object value = resources.get(logicalName);
        for (String step : ("Properties." + place).split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }
}
