package dev.trendlake.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trendlake.request.RequestJson;
import java.util.function.UnaryOperator;

/**
 * A place in a request, or in what a project defines, that takes text of a user.
 *
 * @param json the JSON around it; single quotes stand for double ones, ’ for single ones, § for the
 *     text
 * @param spelling how a text is written there: as it is, or within a language of its own
 */
record Place(Kind kind, String json, UnaryOperator<String> spelling) {
    /** What the JSON is. */
    enum Kind {
        /** The body of a request in the filter form. */
        FILTER,
        /** A query in the other form. */
        QUERY,
        /** The steps of action 9, which the request asks for. */
        ACTION,
        /** The filters of cohort 9, which the request asks for. */
        COHORT,
        /** The project's filters of test accounts, which the request asks for. */
        TEST_ACCOUNTS
    }

    static Place of(Kind kind, String json) {
        return new Place(kind, json, UnaryOperator.identity());
    }

    /** The JSON with a text in the place. */
    JsonNode with(String text) {
        JsonNode around =
                RequestJson.parse(json.replace('\'', '"').replace('’', '\''))
                        .orElseThrow(() -> new IllegalArgumentException(json));
        return filled(around, spelling.apply(text));
    }

    private static JsonNode filled(JsonNode node, String text) {
        if (node.isTextual()) {
            return new TextNode(node.textValue().replace("§", text));
        }
        if (node.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(filled(element, text)));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(member ->
                            object.set(
                                    member.getKey().replace("§", text),
                                    filled(member.getValue(), text)));
            return object;
        }
        return node;
    }

    @Override
    public String toString() {
        return kind + " " + json;
    }
}
