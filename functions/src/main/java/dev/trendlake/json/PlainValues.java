package dev.trendlake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/**
 * Turns maps by name, collections, texts, numbers and truths into JSON, all of whose digits stay.
 */
public final class PlainValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlainValues() {}

    /**
     * A value as a tree.
     *
     * @throws IllegalArgumentException when JSON has no form for it
     */
    public static JsonNode tree(Object value) {
        return switch (value) {
            case Map<?, ?> members -> object(members);
            case Collection<?> elements -> list(elements);
            case String text -> NODES.textNode(text);
            case Boolean truth -> NODES.booleanNode(truth);
            case Integer number -> NODES.numberNode(number.intValue());
            case Long number -> NODES.numberNode(number.longValue());
            case Double number -> NODES.numberNode(number.doubleValue());
            case BigInteger number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static ObjectNode object(Map<?, ?> members) {
        ObjectNode object = NODES.objectNode();
        members.forEach((name, value) -> object.set((String) name, tree(value)));
        return object;
    }

    private static ArrayNode list(Collection<?> elements) {
        ArrayNode list = NODES.arrayNode();
        elements.forEach(element -> list.add(tree(element)));
        return list;
    }
}
