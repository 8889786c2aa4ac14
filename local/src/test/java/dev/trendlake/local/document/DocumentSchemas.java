package dev.trendlake.local.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The document's schemas, each made into one that stands by itself. */
final class DocumentSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "#/components/schemas/";

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final Map<String, JsonSchema> byText = new ConcurrentHashMap<>();
    private final JsonNode definitions;

    DocumentSchemas(JsonNode document) {
        this.definitions = moved(document.at("/components/schemas"));
    }

    /** What a value does that a schema of the document doesn't allow. */
    List<String> violations(JsonNode schema, JsonNode value) {
        return byText
                .computeIfAbsent(schema.toString(), _ -> standingAlone(schema))
                .validate(value)
                .stream()
                .map(message -> message.getInstanceLocation() + ": " + message.getMessage())
                .sorted()
                .toList();
    }

    private JsonSchema standingAlone(JsonNode schema) {
        ObjectNode alone = moved(schema).deepCopy();
        alone.set("$defs", definitions);
        return factory.getSchema(alone);
    }

    private static JsonNode moved(JsonNode schema) {
        try {
            return JSON.readTree(schema.toString().replace(HERE, "#/$defs/"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema is not JSON", e);
        }
    }
}
