package dev.trendlake.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.json.JsonTree;
import java.util.Optional;

/** Parses the JSON of requests: numbers keep their digits, nothing may follow the value. */
public final class RequestJson {
    private RequestJson() {}

    /** The JSON value that a text holds; empty when it holds none, or more than one. */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = JsonTree.read(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
