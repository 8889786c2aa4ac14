package dev.trendlake.intake.captured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as the capture function writes it: {@code {"project_id": 7, "received_at": …, "ip": …,
 * "sent_at": …, "event": {…}}}.
 *
 * @param project whose event it is
 * @param receivedAt when it arrived
 * @param ip the sender's address; null when nobody knows it
 * @param sentAt when it was sent, by the sender's clock; null when nobody knows it
 * @param event as it was sent, with a {@code uuid} and its {@code distinct_id} as a text
 */
public record CapturedLine(
        long project,
        Instant receivedAt,
        @Nullable String ip,
        @Nullable Instant sentAt,
        ObjectNode event) {
    /**
     * Reads a line.
     *
     * @throws NotCaptured when it is none, or its event lacks what every event has
     */
    public static CapturedLine read(String text) throws NotCaptured {
        JsonNode line = parsed(text);
        JsonNode event = line.path("event");
        if (!line.path("project_id").canConvertToLong() || !line.path("project_id").isNumber()) {
            throw new NotCaptured("no project_id");
        }
        if (!(event instanceof ObjectNode object)) {
            throw new NotCaptured("no event");
        }
        for (String name : new String[] {"event", "uuid", "distinct_id"}) {
            if (event.path(name).asText("").isEmpty()) {
                throw new NotCaptured("no event." + name);
            }
        }
        Instant receivedAt = time(line, "received_at");
        if (receivedAt == null) {
            throw new NotCaptured("no received_at");
        }
        return new CapturedLine(
                line.path("project_id").asLong(),
                receivedAt,
                line.path("ip").textValue(),
                time(line, "sent_at"),
                object);
    }

    private static JsonNode parsed(String text) throws NotCaptured {
        try {
            return CapturedJson.read(text);
        } catch (JsonProcessingException e) {
            throw new NotCaptured(
                    "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private static @Nullable Instant time(JsonNode line, String name) throws NotCaptured {
        String text = line.path(name).textValue();
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new NotCaptured("%s '%s' is no time in UTC".formatted(name, text));
        }
    }

    /** The event's name. */
    String name() {
        return event.path("event").asText();
    }

    /** Who did it, in the words of the sender. */
    String distinctId() {
        return event.path("distinct_id").asText();
    }

    /** The event's id. */
    String uuid() {
        return event.path("uuid").asText();
    }
}
