package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Address;

/**
 * What a caller sent: the query string, and over it the body (spec: trends, 1). Immutable: both
 * objects are copied on the way in and on the way out.
 *
 * @param query the query string; every value is a text, and the last of a repeated name
 * @param body the JSON body or the form; empty without one
 */
public record RequestParameters(ObjectNode query, ObjectNode body) {
    private static final String PROPERTIES = "properties";

    /** Copies the objects. */
    public RequestParameters {
        query = query.deepCopy();
        body = body.deepCopy();
    }

    @Override
    public ObjectNode query() {
        return query.deepCopy();
    }

    @Override
    public ObjectNode body() {
        return body.deepCopy();
    }

    /** A field of the body, else of the query string; {@code properties} the other way round. */
    Field field(String name) {
        return new Field(value(name), new Address(name));
    }

    /** A field of the query string, else of the body. */
    Field queryFirst(String name) {
        return new Field(query.has(name) ? query.path(name) : body.path(name), new Address(name));
    }

    private JsonNode value(String name) {
        if (name.equals(PROPERTIES)) {
            return properties();
        }
        return body.has(name) ? body.path(name) : query.path(name);
    }

    private JsonNode properties() {
        String text = query.path(PROPERTIES).asText("");
        if (text.isEmpty()) {
            return body.has(PROPERTIES) ? body.path(PROPERTIES) : MissingNode.getInstance();
        }
        return RequestJson.parse(text)
                .orElseThrow(() -> new InvalidRequest(PROPERTIES, "Properties are unparsable!"));
    }
}
