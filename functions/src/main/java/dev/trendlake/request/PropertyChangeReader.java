package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.project.PropertyDefinition;
import dev.trendlake.project.PropertyType;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads changes of a property: its type, and what people say of it. A property can't be both hidden
 * and verified: to set one takes the other back, as in PostHog.
 */
public final class PropertyChangeReader {
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int LONGEST_TAG = 255;
    private static final int MOST_TAGS = 100;

    /** Clients send back what they were given; these change nothing, as in PostHog. */
    private static final Set<String> READ_ONLY =
            Set.of(
                    "id",
                    "name",
                    "is_numerical",
                    "is_seen_on_filtered_events",
                    "is_optimized",
                    "updated_at",
                    "updated_by",
                    "verified_at",
                    "verified_by");

    /**
     * The property as it is to be.
     *
     * @param user who changes it, in the wire's form
     * @param now the moment of the request
     * @throws InvalidRequest when a member can't be what is asked, or isn't kept
     */
    public PropertyDefinition read(
            ObjectNode body, PropertyDefinition property, ObjectNode user, Instant now) {
        PropertyType type = property.type().orElse(null);
        ObjectNode remarks = PropertyRemarks.of(property).members();
        boolean wasVerified = remarks.path("verified").asBoolean();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            if (member.getKey().equals("property_type")) {
                type = type(member.getValue());
            } else if (!READ_ONLY.contains(member.getKey())) {
                remarks.set(member.getKey(), remark(member.getKey(), member.getValue()));
            }
        }
        settle(body, remarks);
        if (!remarks.path("verified").asBoolean()) {
            remarks.remove("verified_at");
            remarks.remove("verified_by");
        } else if (!wasVerified) {
            remarks.put("verified_at", now.toString());
            remarks.set("verified_by", user);
        }
        remarks.put("updated_at", now.toString());
        remarks.set("updated_by", user);
        return property.with(type, remarks.toString());
    }

    private static void settle(ObjectNode body, ObjectNode remarks) {
        boolean hides = body.path("hidden").asBoolean();
        boolean verifies = body.path("verified").asBoolean();
        if (hides && verifies) {
            throw new InvalidRequest("", "A property cannot be both hidden and verified");
        }
        if (hides) {
            remarks.put("verified", false);
        }
        if (verifies) {
            remarks.put("hidden", false);
        }
    }

    private static @Nullable PropertyType type(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return PropertyType.named(value.isTextual() ? value.asText() : "")
                .orElseThrow(() ->
                        new InvalidRequest(
                                "property_type",
                                "\"%s\" is not a valid choice. Use DateTime, String, Numeric,"
                                                .formatted(QueryShape.shortened(value.asText()))
                                        + " Boolean, Duration or null."));
    }

    private static JsonNode remark(String name, JsonNode value) {
        return switch (name) {
            case "description" -> description(value);
            case "tags" -> tags(value);
            case "verified", "hidden" -> truth(name, value);
            default ->
                    throw new InvalidRequest(
                            QueryShape.shortened(name),
                            "This is not kept of a property; property_type, description, tags,"
                                    + " verified and hidden are.");
        };
    }

    private static JsonNode description(JsonNode value) {
        if (!value.isTextual() && !value.isNull()) {
            throw new InvalidRequest("description", "Not a valid string.");
        }
        if (value.asText().length() > LONGEST_DESCRIPTION) {
            throw new InvalidRequest(
                    "description", "Ensure this field has no more than 10000 characters.");
        }
        return value;
    }

    private static JsonNode truth(String name, JsonNode value) {
        if (!value.isBoolean()) {
            throw new InvalidRequest(name, "Must be a valid boolean.");
        }
        return value;
    }

    private static JsonNode tags(JsonNode value) {
        if (!value.isArray()) {
            throw new InvalidRequest("tags", "Expected a list of items; each is a text.");
        }
        Set<String> tags = new TreeSet<>();
        for (int i = 0; i < value.size(); i++) {
            tags.add(tag(value.path(i), "tags__" + i));
        }
        if (tags.size() > MOST_TAGS) {
            throw new InvalidRequest("tags", "Ensure this field has no more than 100 elements.");
        }
        ArrayNode sorted = ((ArrayNode) value).arrayNode();
        tags.forEach(sorted::add);
        return sorted;
    }

    private static String tag(JsonNode value, String place) {
        String tag = value.asText().strip().toLowerCase(Locale.ROOT);
        if (!value.isTextual() || tag.isEmpty() || tag.length() > LONGEST_TAG) {
            throw new InvalidRequest(place, "A tag is a text of 1 to 255 characters.");
        }
        return tag;
    }
}
