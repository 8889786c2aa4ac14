package dev.trendlake.local.document;

import com.fasterxml.jackson.databind.JsonNode;

/** The references within the document. */
final class DocumentReferences {
    private DocumentReferences() {}

    /** The node itself, or what it refers to. */
    static JsonNode followed(JsonNode node, JsonNode document) {
        if (!node.has("$ref")) {
            return node;
        }
        String reference = node.path("$ref").asText();
        JsonNode found = document.at(reference.substring(1));
        if (!reference.startsWith("#/") || found.isMissingNode()) {
            throw new IllegalStateException("the document has no " + reference);
        }
        return found;
    }
}
