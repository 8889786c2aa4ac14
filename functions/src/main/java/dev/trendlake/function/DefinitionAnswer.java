package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.User;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.EventDefinition;
import dev.trendlake.project.PropertyDefinition;
import dev.trendlake.project.PropertyType;
import dev.trendlake.request.PropertyRemarks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How names of events and properties are answered, with every member that PostHog's have. */
final class DefinitionAnswer {
    private DefinitionAnswer() {}

    /** A name of events. Nobody can say anything of it here: what people could say is empty. */
    static ObjectNode event(EventDefinition event) {
        ObjectNode body = JsonFormat.object();
        body.put("id", event.id().toString());
        body.put("name", event.name());
        body.putNull("owner");
        body.put("description", "");
        body.putArray("tags");
        body.put("created_at", event.firstSeen().toString());
        body.put("updated_at", event.lastSeen().toString());
        body.putNull("updated_by");
        body.put("last_seen_at", event.lastSeen().toString());
        body.put("last_updated_at", event.lastSeen().toString());
        body.put("verified", false).putNull("verified_at").putNull("verified_by");
        body.put("hidden", false);
        body.put("is_action", false);
        for (String name :
                List.of("action_id", "is_calculating", "last_calculated_at", "created_by")) {
            body.putNull(name);
        }
        body.put("post_to_slack", false);
        body.putArray("default_columns");
        return body.putNull("primary_property");
    }

    /**
     * A property.
     *
     * @param isSeen whether the events that were asked have it; null when none were
     */
    static ObjectNode property(PropertyDefinition property, @Nullable Boolean isSeen) {
        ObjectNode remarks = PropertyRemarks.of(property).members();
        ObjectNode body = JsonFormat.object();
        body.put("id", property.id().toString());
        body.put("name", property.name());
        body.set("description", or(body.textNode(""), remarks, "description"));
        body.set("tags", or(body.arrayNode(), remarks, "tags"));
        body.put("is_numerical", property.type().equals(Optional.of(PropertyType.NUMERIC)));
        body.set("updated_at", or(body.nullNode(), remarks, "updated_at"));
        body.set("updated_by", or(body.nullNode(), remarks, "updated_by"));
        body.put("is_seen_on_filtered_events", isSeen);
        body.put("property_type", property.type().map(PropertyType::wireName).orElse(null));
        body.put("verified", remarks.path("verified").asBoolean());
        body.set("verified_at", or(body.nullNode(), remarks, "verified_at"));
        body.set("verified_by", or(body.nullNode(), remarks, "verified_by"));
        return body.put("hidden", remarks.path("hidden").asBoolean());
    }

    /** Who changed something. */
    static ObjectNode user(User user) {
        ObjectNode body = JsonFormat.object();
        body.put("id", user.id());
        body.put("uuid", user.uuid());
        body.put("distinct_id", user.uuid());
        body.put("first_name", user.firstName());
        body.put("last_name", "");
        body.put("email", user.email());
        body.put("is_email_verified", true);
        body.putNull("hedgehog_config");
        return body.putNull("role_at_organization");
    }

    private static JsonNode or(JsonNode otherwise, ObjectNode members, String name) {
        return members.has(name) ? members.path(name) : otherwise;
    }
}
