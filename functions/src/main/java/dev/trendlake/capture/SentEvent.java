package dev.trendlake.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An event as an SDK sent it, checked as PostHog's capture checks it.
 *
 * @param place where it stands in the request, for refusals
 * @param json the event
 */
record SentEvent(String place, ObjectNode json) {
    private static final List<String> TOKENS = List.of("token", "$token", "api_key");
    private static final List<String> DISTINCT_IDS = List.of("distinct_id", "$distinct_id");
    private static final Pattern UUID_TEXT =
            Pattern.compile("(?i)[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String COOKIELESS = "$cookieless_mode";

    /**
     * Takes an event apart from the rest of its request.
     *
     * @throws CaptureRefused when a member is not of its type, or there is no name
     */
    static SentEvent of(String place, JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw CaptureRefused.unparsable(place + " is no object");
        }
        SentEvent event = new SentEvent(place, object);
        event.require("event", JsonNode::isTextual, "a text");
        event.require("properties", JsonNode::isObject, "an object");
        event.allow("timestamp", JsonNode::isTextual, "a text: ISO 8601");
        event.allow("offset", JsonNode::canConvertToExactIntegral, "a whole number: milliseconds");
        event.allow("$set", JsonNode::isObject, "an object");
        event.allow("$set_once", JsonNode::isObject, "an object");
        event.allow("uuid", SentEvent::isUuid, "a UUID");
        TOKENS.forEach(token -> event.allow(token, JsonNode::isTextual, "a text"));
        return event;
    }

    private static boolean isUuid(JsonNode value) {
        return value.isTextual()
                && (value.asText().isEmpty() || UUID_TEXT.matcher(value.asText()).matches());
    }

    // Only properties may be missing of what must be of a type; the name is asked for below.
    private void require(String name, Predicate<JsonNode> type, String what) {
        if (json.has(name) && !type.test(json.get(name))) {
            throw CaptureRefused.unparsable("%s.%s is not %s".formatted(place, name, what));
        }
    }

    private void allow(String name, Predicate<JsonNode> type, String what) {
        if (!json.path(name).isNull()) {
            require(name, type, what);
        }
    }

    /**
     * The event's name.
     *
     * @throws CaptureRefused when it has none
     */
    String name() {
        if (!json.has("event")) {
            throw CaptureRefused.unreadable(
                    "failed to hydrate events from request: non-engage request missing event name"
                            + " attribute");
        }
        return json.path("event").asText();
    }

    /** The token that the event names; empty without one. */
    String token() {
        for (String name : TOKENS) {
            if (json.path(name).isTextual()) {
                return json.path(name).asText();
            }
        }
        return json.path("properties").path("token").asText("");
    }

    /**
     * The event as it goes on: with a UUID and its distinct id as a text, without the token.
     *
     * @param fresh the UUID of an event that has none
     * @throws CaptureRefused when it has no name or no distinct id, or wants what is not done here
     */
    ObjectNode accepted(UUID fresh) {
        if (name().isEmpty()) {
            throw CaptureRefused.unreadable("event submitted with an empty event name");
        }
        checkCookieless();
        String distinctId = DistinctIdText.of(sentDistinctId());
        if (distinctId.isBlank()) {
            throw CaptureRefused.unreadable("event submitted without a distinct_id");
        }
        String uuid = json.path("uuid").textValue() == null ? "" : json.path("uuid").asText();
        ObjectNode accepted = json.deepCopy();
        accepted.remove(TOKENS);
        accepted.remove(DISTINCT_IDS);
        accepted.set("distinct_id", new TextNode(distinctId));
        accepted.put("uuid", uuid.isEmpty() ? fresh.toString() : canonical(uuid));
        return accepted;
    }

    // Without cookies, PostHog makes distinct ids of address and browser, by a secret of the day.
    private void checkCookieless() {
        JsonNode mode = json.path("properties").path(COOKIELESS);
        if (!mode.isMissingNode() && !mode.isBoolean()) {
            throw CaptureRefused.unreadable("event submitted with invalid cookieless mode");
        }
        if (mode.asBoolean()) {
            throw CaptureRefused.unreadable(
                    "event submitted in cookieless mode, which is not supported; send a"
                            + " distinct_id and no "
                            + COOKIELESS);
        }
    }

    private JsonNode sentDistinctId() {
        for (String name : DISTINCT_IDS) {
            if (json.hasNonNull(name)) {
                return json.get(name);
            }
        }
        JsonNode properties = json.path("properties");
        return properties.hasNonNull("distinct_id")
                ? properties.get("distinct_id")
                : properties.path("$distinct_id");
    }

    private static String canonical(String uuid) {
        String digits = uuid.replace("-", "").toLowerCase(Locale.ROOT);
        return digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
