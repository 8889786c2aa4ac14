package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/** Copies JSON objects token by token: no tree is built, and a number stays as it was written. */
final class DocumentReader {
    private static final String EMPTY = "{}";

    private final JsonFactory factory;

    DocumentReader(JsonFactory factory) {
        this.factory = factory;
    }

    /**
     * Reads the object that the parser stands on, or the one in the text that it stands on; null
     * and an empty text are an object without fields (spec: batch export, 1).
     */
    String read(String field, JsonParser parser) throws IOException, LineRefused {
        return switch (parser.currentToken()) {
            case START_OBJECT -> copy(parser);
            case VALUE_NULL -> EMPTY;
            case VALUE_STRING -> readText(field, parser.getText());
            default -> throw notAnObject(field);
        };
    }

    /** Reads the object that a text is. */
    String readText(String field, String text) throws IOException, LineRefused {
        if (text.isBlank()) {
            return EMPTY;
        }
        try (JsonParser parser = factory.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.VALUE_NULL && parser.nextToken() == null) {
                return EMPTY;
            }
            if (first != JsonToken.START_OBJECT) {
                throw notAnObject(field);
            }
            String document = copy(parser);
            if (parser.nextToken() != null) {
                throw notAnObject(field);
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new LineRefused(field + " is a text that is no JSON: " + e.getOriginalMessage());
        }
    }

    private String copy(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator generator = factory.createGenerator(text)) {
            int depth = copyToken(parser, generator);
            while (depth > 0) {
                parser.nextToken();
                depth += copyToken(parser, generator);
            }
        }
        return text.toString();
    }

    /** Copies one token and says how much deeper the next one is. */
    private static int copyToken(JsonParser parser, JsonGenerator generator) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                generator.writeStartObject();
                return 1;
            }
            case START_ARRAY -> {
                generator.writeStartArray();
                return 1;
            }
            case END_OBJECT -> {
                generator.writeEndObject();
                return -1;
            }
            case END_ARRAY -> {
                generator.writeEndArray();
                return -1;
            }
            case FIELD_NAME -> generator.writeFieldName(parser.currentName());
            case VALUE_STRING -> generator.writeString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> generator.writeBoolean(parser.getBooleanValue());
            case VALUE_NULL -> generator.writeNull();
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                    throw new IllegalStateException("no token of a text: " + parser.currentToken());
        }
        return 0;
    }

    private static LineRefused notAnObject(String field) {
        return new LineRefused(field + " is neither an object nor the text of one nor null");
    }
}
