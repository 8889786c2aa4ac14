package dev.trendlake.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** One document being written. */
final class TreeWriting {
    private final JsonGenerator generator;

    private TreeWriting(JsonGenerator generator) {
        this.generator = generator;
    }

    static String write(JsonFactory factory, JsonNode document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            new TreeWriting(generator).write(document);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to a text", e);
        }
        return text.toString();
    }

    private void write(JsonNode node) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node);
            case ARRAY -> writeList(node);
            case STRING -> generator.writeString(node.textValue());
            case NUMBER -> writeNumber(node);
            case BOOLEAN -> generator.writeBoolean(node.booleanValue());
            case NULL -> generator.writeNull();
            case MISSING -> {}
            case BINARY, POJO ->
                    throw new IllegalArgumentException(node.getNodeType() + " is no JSON");
        }
    }

    private void writeObject(JsonNode object) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            generator.writeFieldName(field.getKey());
            write(field.getValue());
        }
        generator.writeEndObject();
    }

    private void writeList(JsonNode list) throws IOException {
        generator.writeStartArray();
        for (JsonNode element : list) {
            write(element);
        }
        generator.writeEndArray();
    }

    private void writeNumber(JsonNode number) throws IOException {
        switch (number.numberType()) {
            case INT -> generator.writeNumber(number.intValue());
            case LONG -> generator.writeNumber(number.longValue());
            case BIG_INTEGER -> generator.writeNumber(number.bigIntegerValue());
            case FLOAT -> generator.writeNumber(number.floatValue());
            case DOUBLE -> generator.writeNumber(number.doubleValue());
            case BIG_DECIMAL -> generator.writeNumber(number.decimalValue());
        }
    }
}
