package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.intake.json.JsonKey;
import dev.trendlake.intake.json.JsonScanner;
import dev.trendlake.intake.json.JsonText;
import dev.trendlake.intake.json.NotJson;
import io.airlift.slice.Slice;
import io.airlift.slice.Slices;

/**
 * Reads lines of PostHog's batch export, events model (spec: batch export, 1). Not safe for several
 * threads.
 */
final class LineEvents {
    private static final Slice NONE = Slices.EMPTY_SLICE;

    private final JsonScanner scanner = new JsonScanner();
    private byte[] bytes = new byte[0];
    private String refusal = "";
    private Slice event = NONE;
    private Slice timestamp = NONE;
    private Slice distinctId = NONE;
    private Slice personId = NONE;
    private Slice uuid = NONE;
    private Slice elementsChain = NONE;
    private Slice personProperties = NONE;
    private Slice properties = NONE;

    /**
     * Reads a line; fields that it doesn't know are passed over.
     *
     * @param line valid UTF-8 between the two places
     */
    RawEvent read(byte[] line, int from, int to) throws LineRefused {
        clear(line);
        try {
            scanner.read(line, from, to, this::take);
        } catch (NotJson e) {
            String message = String.valueOf(e.getMessage());
            throw new LineRefused(e.isOtherJson() ? message : "not JSON: " + message);
        }
        if (!refusal.isEmpty()) {
            throw new LineRefused(refusal);
        }
        return new RawEvent(
                event,
                timestamp.length() == 0
                        ? RawEvent.NO_TIME
                        : EventTime.milliseconds("timestamp", timestamp),
                distinctId,
                personId,
                uuid,
                elementsChain,
                personProperties,
                properties);
    }

    private void clear(byte[] line) {
        if (scanner.keys().isFull()) {
            scanner.forgetKeys();
        }
        bytes = line;
        refusal = "";
        event = NONE;
        timestamp = NONE;
        distinctId = NONE;
        personId = NONE;
        uuid = NONE;
        elementsChain = NONE;
        personProperties = NONE;
        properties = NONE;
    }

    private void take(JsonKey key, JsonToken token, int from, int to) {
        switch (key.name()) {
            case "event" -> event = text(key, token, from, to);
            case "timestamp" -> timestamp = text(key, token, from, to);
            case "distinct_id" -> distinctId = text(key, token, from, to);
            case "person_id" -> personId = text(key, token, from, to);
            case "uuid" -> uuid = text(key, token, from, to);
            case "elements_chain" -> elementsChain = text(key, token, from, to);
            case "person_properties" -> personProperties = document(key, token, from, to);
            case "properties" -> properties = document(key, token, from, to);
            default -> {
                // Exports may have more fields.
            }
        }
    }

    private Slice text(JsonKey key, JsonToken token, int from, int to) {
        if (token == JsonToken.VALUE_STRING) {
            return unescaped(from + 1, to - 1);
        }
        if (token != JsonToken.VALUE_NULL) {
            refuse(key.name() + " is not a text");
        }
        return NONE;
    }

    private Slice document(JsonKey key, JsonToken token, int from, int to) {
        if (token == JsonToken.START_OBJECT) {
            return Slices.wrappedBuffer(bytes, from, to - from);
        }
        if (token == JsonToken.VALUE_STRING) {
            return unescaped(from + 1, to - 1);
        }
        if (token != JsonToken.VALUE_NULL) {
            refuse(DocumentFields.notAnObject(key.name()));
        }
        return NONE;
    }

    private Slice unescaped(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return Slices.utf8Slice(JsonText.unescaped(bytes, from, to));
            }
        }
        return Slices.wrappedBuffer(bytes, from, to - from);
    }

    private void refuse(String reason) {
        refusal = refusal.isEmpty() ? reason : refusal;
    }
}
