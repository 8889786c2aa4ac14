package dev.trendlake.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.JsonFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events that were sent together: one event, a list of them, or {@code {"api_key": …, "batch": […],
 * "sent_at": …}}.
 *
 * @param token what the batch, or what stands beside the body, says whose the events are; empty
 *     when only the events say it
 * @param sentAt when the batch was sent, by the sender's clock, in the sender's words; empty
 *     without
 * @param events at least one
 */
record Submission(String token, String sentAt, List<SentEvent> events) {
    /** Takes an event of its own that PostHog's old SDKs send with others, and nobody counts. */
    private static final String PERFORMANCE = "$performance_event";

    private static final int LONGEST_TOKEN = 64;

    Submission {
        events = List.copyOf(events);
    }

    /**
     * Reads the text of a request.
     *
     * @param token what stands beside the text
     * @throws CaptureRefused when it is not JSON, of another shape, or holds no event
     */
    static Submission read(String json, String token) {
        JsonNode document = parsed(json);
        if (document.isArray()) {
            return new Submission(token, "", events("event", document));
        }
        JsonNode batch = document.path("batch");
        if (batch.isArray()) {
            return new Submission(
                    tokenOf(document, token),
                    document.path("sent_at").asText(""),
                    events("batch", batch));
        }
        return new Submission(token, "", List.of(named(SentEvent.of("event", document))));
    }

    /** Those of the events that are taken: none of them is not one too few. */
    List<SentEvent> taken() {
        return events.stream().filter(event -> !event.name().equals(PERFORMANCE)).toList();
    }

    /**
     * The token that the events are sent with.
     *
     * @throws CaptureRefused when there is none, several, or one that can't be any project's
     */
    String projectToken() {
        if (!token.isEmpty()) {
            return checked(token);
        }
        Set<String> tokens =
                events.stream()
                        .map(SentEvent::token)
                        .filter(sent -> !sent.isEmpty())
                        .collect(Collectors.toSet());
        if (tokens.isEmpty()) {
            throw CaptureRefused.unknownProject("event submitted without an api_key");
        }
        if (tokens.size() > 1) {
            throw CaptureRefused.unknownProject("batch submitted with inconsistent api_key values");
        }
        return checked(tokens.iterator().next());
    }

    /** When the batch was sent; empty when it doesn't say, or nothing that is a time. */
    Optional<Instant> sentTime() {
        try {
            return sentAt.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(sentAt).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String checked(String sent) {
        String token = sent.strip();
        String fault = fault(token);
        if (!fault.isEmpty()) {
            throw CaptureRefused.unknownProject("API key is not valid: " + fault);
        }
        return token;
    }

    private static String fault(String token) {
        if (token.isEmpty()) {
            return "empty";
        }
        if (token.length() > LONGEST_TOKEN) {
            return "too_long";
        }
        if (!token.chars().allMatch(character -> character < 128)) {
            return "not_ascii";
        }
        if (token.startsWith("phx_")) {
            return "personal_api_key";
        }
        return token.indexOf('\0') < 0 ? "" : "null_byte";
    }

    // An empty token is one, too: it is refused, and no event's token stands in for it.
    private static String tokenOf(JsonNode batch, String beside) {
        for (String name : List.of("token", "api_key")) {
            JsonNode value = batch.path(name);
            if (value.isTextual()) {
                return value.asText().isEmpty() ? " " : value.asText();
            }
            if (!value.isMissingNode() && !value.isNull()) {
                throw CaptureRefused.unparsable(name + " is not a text");
            }
        }
        return beside;
    }

    private static List<SentEvent> events(String place, JsonNode list) {
        if (list.isEmpty()) {
            throw CaptureRefused.unreadable("request holds no event");
        }
        List<SentEvent> events = new ArrayList<>();
        for (JsonNode event : list) {
            events.add(named(SentEvent.of("%s[%d]".formatted(place, events.size()), event)));
        }
        return events;
    }

    private static SentEvent named(SentEvent event) {
        event.name();
        return event;
    }

    private static JsonNode parsed(String json) {
        try {
            JsonNode document = JsonFormat.read(json);
            if (!document.isContainerNode()) {
                throw CaptureRefused.unparsable(
                        "neither an event, nor a list of events, nor a batch");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw CaptureRefused.unparsable(
                    "not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }
}
