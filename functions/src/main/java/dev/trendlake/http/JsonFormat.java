package dev.trendlake.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.json.JsonTree;

/** JSON as the API reads and writes it: one document, numbers as they were written. */
public final class JsonFormat {
    private JsonFormat() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonTree.object();
    }

    /** Reads one document; a text without any gives a missing node. */
    public static JsonNode read(String text) throws JsonProcessingException {
        return JsonTree.read(text);
    }

    /** Writes a document in compact form. */
    public static String write(JsonNode document) {
        return JsonTree.write(document);
    }
}
