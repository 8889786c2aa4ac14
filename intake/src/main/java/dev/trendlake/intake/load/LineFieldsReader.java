package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Takes a line apart: a JSON object, of which the fields that a model knows are read. */
final class LineFieldsReader {
    /** What the value of a field is. */
    enum Kind {
        TEXT,
        DOCUMENT,
        NUMBER,
        FLAG
    }

    private static final int LONGEST_LINE = 32 << 20;

    /** Texts, numbers and names may fill a line. */
    static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_LINE)
                    .maxNumberLength(LONGEST_LINE)
                    .maxNameLength(LONGEST_LINE)
                    .build();

    private final JsonFactory factory =
            new JsonFactoryBuilder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(CONSTRAINTS)
                    .build();
    private final DocumentReader documents = new DocumentReader(factory);
    private final Map<String, Kind> kinds;

    /**
     * @param kinds the fields that are known; others are passed over
     */
    LineFieldsReader(Map<String, Kind> kinds) {
        this.kinds = Map.copyOf(kinds);
    }

    /** Reads a document by itself: an object in compact form. */
    String document(String field, String text) throws LineRefused {
        try {
            return documents.readText(field, text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text is never out of reach", e);
        }
    }

    LineFields read(String line) throws LineRefused {
        try (JsonParser parser = factory.createParser(line)) {
            return fields(parser);
        } catch (JsonProcessingException e) {
            throw new LineRefused("not JSON: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new LineRefused("not JSON: " + e);
        }
    }

    private LineFields fields(JsonParser parser) throws IOException, LineRefused {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new LineRefused("not a JSON object");
        }
        LineFields fields =
                new LineFields(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Kind kind = kinds.get(name);
            if (kind == null) {
                parser.skipChildren();
            } else {
                add(name, kind, parser, fields);
            }
        }
        if (parser.nextToken() != null) {
            throw new LineRefused("something follows the JSON object");
        }
        return fields;
    }

    private void add(String name, Kind kind, JsonParser parser, LineFields fields)
            throws IOException, LineRefused {
        if (kind == Kind.DOCUMENT) {
            fields.documents().put(name, documents.read(name, parser));
            return;
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        switch (kind) {
            case TEXT -> fields.texts().put(name, text(name, parser));
            case NUMBER -> fields.numbers().put(name, number(name, parser));
            case FLAG -> fields.flags().put(name, flag(name, parser));
            case DOCUMENT -> throw new IllegalStateException(name + " was read already");
        }
    }

    private static String text(String name, JsonParser parser) throws IOException, LineRefused {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new LineRefused(name + " is not a text");
        }
        return parser.getText();
    }

    private static long number(String name, JsonParser parser) throws IOException, LineRefused {
        try {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return Long.parseLong(parser.getText());
            }
        } catch (NumberFormatException e) {
            throw new LineRefused(name + " is beyond 64 bits");
        }
        throw new LineRefused(name + " is not a whole number");
    }

    // ClickHouse, where exports come from, writes truth values as 0 and 1, too.
    private static boolean flag(String name, JsonParser parser) throws IOException, LineRefused {
        return switch (parser.getText()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new LineRefused(name + " is neither true nor false");
        };
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
