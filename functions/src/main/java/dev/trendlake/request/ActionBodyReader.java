package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.SavedAction;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the body that makes an action or changes one (spec: actions and cohorts, 1). Fields that
 * nobody knows, and those that only the service sets, are passed over, as PostHog does.
 */
public final class ActionBodyReader {
    private static final int LONGEST_DESCRIPTION = 10_000;
    private static final int MOST_STEPS = 100;
    private static final List<String> MATCHINGS = List.of("contains", "regex", "exact");

    /**
     * The action that a body makes of another one.
     *
     * @param before what stays where the body says nothing; without a name for a new one
     * @throws dev.trendlake.error.InvalidRequest when a field can't be used; with its address
     */
    public SavedAction read(ObjectNode body, SavedAction before) {
        refuseOtherProducts(body);
        BodyField steps = BodyField.of(body, "steps");
        return new SavedAction(
                new ActionDefinition(
                        before.id(),
                        DetailsReader.name(body, before.name()),
                        steps.isMissing() ? before.definition().steps() : steps(steps)),
                DetailsReader.tagged(
                        body, DetailsReader.read(body, LONGEST_DESCRIPTION, before.details())));
    }

    private static void refuseOtherProducts(ObjectNode body) {
        BodyField slack = BodyField.of(body, "post_to_slack");
        if (!slack.isMissing() && slack.truth()) {
            throw slack.field().refused("nothing is posted to Slack here; leave it out");
        }
        for (String name : List.of("slack_message_format", "pinned_at")) {
            BodyField field = BodyField.of(body, name);
            if (!field.field().isBlank()) {
                throw field.field().refused("isn't kept here; leave it out");
            }
        }
    }

    private static String steps(BodyField field) {
        List<BodyField> elements = field.elements();
        if (elements.size() > MOST_STEPS) {
            throw field.refused(
                    "max_length",
                    "Ensure this field has no more than %d elements.".formatted(MOST_STEPS));
        }
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        elements.forEach(step -> steps.add(step(step)));
        return steps.toString();
    }

    private static ObjectNode step(BodyField step) {
        step.object();
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("event", "tag_name", "text", "href")) {
            put(read, name, step.member(name), BodyField::textAsItIs);
        }
        for (String name : List.of("selector", "url")) {
            put(read, name, step.member(name), text -> text.name(Integer.MAX_VALUE));
        }
        for (String name : List.of("text_matching", "href_matching", "url_matching")) {
            put(read, name, step.member(name), word -> word.choice(MATCHINGS));
        }
        if (!step.member("properties").isMissing()) {
            read.set("properties", properties(step.member("properties")));
        }
        return read;
    }

    // Nothing is said of what was not sent; null stays null.
    private static void put(
            ObjectNode read, String name, BodyField field, Function<BodyField, String> reader) {
        if (field.isMissing()) {
            return;
        }
        if (field.isAbsent()) {
            read.putNull(name);
            return;
        }
        read.put(name, reader.apply(field));
    }

    private static JsonNode properties(BodyField field) {
        if (field.isAbsent()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ArrayNode properties = JsonNodeFactory.instance.arrayNode();
        field.elements().forEach(property -> properties.add(property.object()));
        return properties;
    }
}
