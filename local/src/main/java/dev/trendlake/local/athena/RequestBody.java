package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The members of a request. Unknown ones are ignored, null is absent, a wrong type is a {@code
 * SerializationException} (spec: Athena, 1).
 */
record RequestBody(ObjectNode members) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static RequestBody parse(byte[] bytes) throws Refusal {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode members) {
                return new RequestBody(members);
            }
        } catch (IOException e) {
            // The service says no more than this of a body that is not JSON.
            throw (Refusal) Refusal.serialization(null).initCause(e);
        }
        throw Refusal.serialization(null);
    }

    Optional<String> text(String name) throws Refusal {
        Optional<JsonNode> value = member(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(text(value.get()));
    }

    String required(String name) throws Refusal {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            throw missing(name);
        }
        return value.get();
    }

    Optional<Integer> integer(String name) throws Refusal {
        Optional<JsonNode> value = member(name);
        if (value.isPresent() && !value.get().isNumber()) {
            throw Refusal.serialization(kind(value.get()) + " can not be converted to an Integer");
        }
        return value.map(JsonNode::intValue);
    }

    /** A structure; an empty one when it is absent. */
    RequestBody structure(String name) throws Refusal {
        Optional<JsonNode> value = member(name);
        if (value.isEmpty()) {
            return new RequestBody(JSON.createObjectNode());
        }
        if (value.get() instanceof ObjectNode object) {
            return new RequestBody(object);
        }
        throw Refusal.serialization("Unexpected field type");
    }

    Optional<List<String>> texts(String name) throws Refusal {
        Optional<JsonNode> value = member(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.get().isArray()) {
            throw Refusal.serialization("Unexpected field type");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value.get()) {
            texts.add(text(element));
        }
        return Optional.of(List.copyOf(texts));
    }

    static Refusal missing(String name) {
        return Refusal.constraint("null", wireName(name), "Member must not be null");
    }

    private Optional<JsonNode> member(String name) {
        return Optional.ofNullable(members.get(name)).filter(value -> !value.isNull());
    }

    private static String text(JsonNode value) throws Refusal {
        if (!value.isTextual()) {
            throw Refusal.serialization(kind(value) + " can not be converted to a String");
        }
        return value.textValue();
    }

    private static String kind(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
        }
        return switch (value.getNodeType()) {
            case STRING -> "STRING_VALUE";
            case NUMBER -> value.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
            case ARRAY -> "START_ARRAY";
            default -> "START_OBJECT";
        };
    }

    private static String wireName(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
