package dev.trendlake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.SavedAction;
import java.time.Instant;
import java.util.List;

/** How the API shows an action. */
public final class ActionBody {
    private static final List<String> STEP_FIELDS =
            List.of(
                    "event",
                    "properties",
                    "selector",
                    "tag_name",
                    "text",
                    "text_matching",
                    "href",
                    "href_matching",
                    "url",
                    "url_matching");

    private ActionBody() {}

    /**
     * An action.
     *
     * @param steps its steps, parsed
     */
    public static ObjectNode of(SavedAction action, JsonNode steps, long projectId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", action.id());
        body.put("name", action.name());
        body.put("description", action.details().description());
        DetailsBody.putTags(body, action.details());
        body.put("post_to_slack", false);
        body.put("slack_message_format", "");
        body.set("steps", steps(steps));
        DetailsBody.putCreation(body, action.details());
        body.put("deleted", action.details().deleted());
        body.put("is_calculating", false);
        Instant createdAt = action.details().createdAt();
        body.put("last_calculated_at", createdAt == null ? null : DetailsBody.time(createdAt));
        body.put("team_id", projectId);
        body.put("is_action", true);
        body.putNull("bytecode_error");
        body.putNull("pinned_at");
        body.putNull("creation_context");
        return body;
    }

    private static ArrayNode steps(JsonNode steps) {
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        steps.forEach(step -> shown.add(step(step)));
        return shown;
    }

    // A step that says nothing of how its address is compared says that it contains it.
    private static ObjectNode step(JsonNode step) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (String field : STEP_FIELDS) {
            JsonNode value = step.path(field);
            shown.set(field, value.isMissingNode() ? shown.nullNode() : value);
        }
        return step.has("url_matching") ? shown : shown.put("url_matching", "contains");
    }
}
