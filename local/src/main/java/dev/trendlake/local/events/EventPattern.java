package dev.trendlake.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * EventBridge's pattern: every field that it names has to have one of the values listed. Of the
 * comparisons it knows {@code prefix}, {@code suffix}, {@code equals-ignore-case}, {@code
 * anything-but} (of values, a prefix or a suffix) and {@code exists}.
 */
public final class EventPattern {
    private final JsonNode fields;

    private EventPattern(JsonNode fields) {
        this.fields = fields;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when EventBridge would refuse it, or it has a comparison
     *     that isn't known here
     */
    public static EventPattern of(JsonNode pattern) {
        check(pattern, "the pattern");
        return new EventPattern(pattern);
    }

    /** Whether an event is one of those. */
    public boolean matches(JsonNode event) {
        return matches(fields, event);
    }

    private static boolean matches(JsonNode fields, JsonNode event) {
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode value = event.path(field.getKey());
            boolean matches =
                    field.getValue().isObject()
                            ? matches(field.getValue(), value)
                            : hasOneOf(field.getValue(), value);
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOneOf(JsonNode comparisons, JsonNode value) {
        // A list matches when one of its members does.
        if (value.isArray() && !value.isEmpty()) {
            return value.valueStream().anyMatch(member -> hasOneOf(comparisons, member));
        }
        return comparisons
                .valueStream()
                .anyMatch(comparison -> Comparison.of(comparison).holds(value));
    }

    private static void check(JsonNode fields, String address) {
        if (!fields.isObject() || fields.isEmpty()) {
            throw new IllegalArgumentException(address + " is not a map of fields");
        }
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject()) {
                check(value, field.getKey());
            } else if (value.isArray() && !value.isEmpty()) {
                value.forEach(Comparison::of);
            } else {
                throw new IllegalArgumentException(field.getKey() + " takes a list of values");
            }
        }
    }
}
