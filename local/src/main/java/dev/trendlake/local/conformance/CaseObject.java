package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object of a case whose every key must be known. Each key is asked for, by type; what nobody
 * asked for is an error at the end, so that nothing of a case is skipped unseen.
 */
final class CaseObject {
    private final String place;
    private final JsonNode object;
    private final Set<String> known = new HashSet<>();

    /**
     * @param place the file, and where in it
     */
    CaseObject(String place, JsonNode object) throws InvalidCase {
        this.place = place;
        this.object = object;
        if (!object.isObject()) {
            throw new InvalidCase(place + ": not an object");
        }
    }

    String text(String key) throws InvalidCase {
        return optionalText(key).orElseThrow(() -> wrong(key, "a text is required"));
    }

    /** A text; empty where the key is absent or null. */
    Optional<String> nullableText(String key) throws InvalidCase {
        known.add(key);
        return object.path(key).isNull() ? Optional.empty() : optionalText(key);
    }

    Optional<String> optionalText(String key) throws InvalidCase {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isTextual()) {
            throw wrong(key, "not a text");
        }
        return value.map(JsonNode::textValue);
    }

    Instant instant(String key) throws InvalidCase {
        return instant(key, text(key));
    }

    Optional<Instant> optionalInstant(String key) throws InvalidCase {
        Optional<String> text = optionalText(key);
        return text.isEmpty() ? Optional.empty() : Optional.of(instant(key, text.get()));
    }

    long integer(String key) throws InvalidCase {
        return optionalInteger(key).orElseThrow(() -> wrong(key, "a whole number is required"));
    }

    Optional<Long> optionalInteger(String key) throws InvalidCase {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !isWhole(value.get())) {
            throw wrong(key, "not a whole number");
        }
        return value.map(JsonNode::longValue);
    }

    Optional<JsonNode> optionalNumber(String key) throws InvalidCase {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isNumber()) {
            throw wrong(key, "not a number");
        }
        return value;
    }

    boolean flag(String key) throws InvalidCase {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isBoolean()) {
            throw wrong(key, "neither true nor false");
        }
        return value.isPresent() && value.get().booleanValue();
    }

    /** The elements of a list; none where the key is absent. */
    List<JsonNode> list(String key) throws InvalidCase {
        return optionalList(key).orElseGet(List::of);
    }

    Optional<List<JsonNode>> optionalList(String key) throws InvalidCase {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isArray()) {
            throw wrong(key, "not a list");
        }
        return value.map(list -> List.copyOf(list.valueStream().toList()));
    }

    List<String> texts(String key) throws InvalidCase {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list(key)) {
            if (!element.isTextual()) {
                throw wrong(key, "not a list of texts");
            }
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }

    /** The objects of a list, each to be read as strictly. */
    List<CaseObject> objects(String key) throws InvalidCase {
        List<CaseObject> objects = new ArrayList<>();
        for (JsonNode element : list(key)) {
            objects.add(new CaseObject(below("%s[%d]".formatted(key, objects.size())), element));
        }
        return List.copyOf(objects);
    }

    /** An object to be read as strictly. */
    Optional<CaseObject> object(String key) throws InvalidCase {
        Optional<ObjectNode> content = content(key);
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseObject(below(key), content.get()));
    }

    /** An object whose keys are free. */
    Optional<ObjectNode> content(String key) throws InvalidCase {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && !value.get().isObject()) {
            throw wrong(key, "not an object");
        }
        return value.map(ObjectNode.class::cast);
    }

    /** Ends the reading: a key that nobody asked for is an error. */
    void end() throws InvalidCase {
        for (String key : (Iterable<String>) object::fieldNames) {
            if (!known.contains(key)) {
                throw new InvalidCase("%s: unknown key '%s'".formatted(place, key));
            }
        }
    }

    /** An error about a key. */
    InvalidCase wrong(String key, String what) {
        return new InvalidCase("%s: '%s': %s".formatted(place, key, what));
    }

    private String below(String key) {
        return place + (place.contains(": ") ? " " : ": ") + key;
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    // A null that were taken for nothing could hide what a case means.
    private Optional<JsonNode> value(String key) {
        known.add(key);
        return Optional.ofNullable(object.get(key));
    }

    private Instant instant(String key, String text) throws InvalidCase {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw wrong(key, "'%s' is no instant with Z or an offset".formatted(text));
        }
    }
}
