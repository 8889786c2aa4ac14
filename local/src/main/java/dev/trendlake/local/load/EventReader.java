package dev.trendlake.local.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Turns a line of PostHog's batch export, events model, into an event (spec: batch export, 1). */
final class EventReader {
    private static final Set<String> TEXTS =
            Set.of("event", "timestamp", "distinct_id", "uuid", "person_id", "elements_chain");
    private static final Set<String> DOCUMENTS = Set.of("properties", "person_properties");

    private final JsonFactory factory =
            new JsonFactoryBuilder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(LineReader.LONGEST_LINE)
                                    .maxNumberLength(LineReader.LONGEST_LINE)
                                    .build())
                    .build();
    private final DocumentReader documents = new DocumentReader(factory);
    private final EventTime times;

    EventReader(EventTime times) {
        this.times = times;
    }

    /** Reads a line; fields that it doesn't know are passed over. */
    Event read(String line) throws LineRefused {
        try (JsonParser parser = factory.createParser(line)) {
            return event(fields(parser));
        } catch (JsonProcessingException e) {
            throw new LineRefused("not JSON: " + firstLine(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new LineRefused("not JSON: " + e);
        }
    }

    private record Fields(Map<String, String> texts, Map<String, Document> documents) {}

    private Fields fields(JsonParser parser) throws IOException, LineRefused {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new LineRefused("not a JSON object");
        }
        Fields fields = new Fields(new HashMap<>(), new HashMap<>());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (DOCUMENTS.contains(name)) {
                fields.documents().put(name, documents.read(name, parser));
            } else if (TEXTS.contains(name)) {
                fields.texts().put(name, text(name, parser));
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new LineRefused("something follows the JSON object");
        }
        return fields;
    }

    private static String text(String name, JsonParser parser) throws IOException, LineRefused {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token != JsonToken.VALUE_STRING) {
            throw new LineRefused(name + " is not a text");
        }
        return parser.getText();
    }

    private Event event(Fields fields) throws LineRefused {
        String distinctId = required("distinct_id", fields);
        Document properties = fields.documents().getOrDefault("properties", Document.EMPTY);
        Document person = fields.documents().getOrDefault("person_properties", Document.EMPTY);
        String personId = fields.texts().getOrDefault("person_id", "");
        return new Event(
                required("event", fields),
                times.read(required("timestamp", fields)),
                new Membership(properties.membership()),
                distinctId,
                personId.isEmpty() ? personOf(distinctId) : personId,
                required("uuid", fields),
                fields.texts().getOrDefault("elements_chain", ""),
                person.json(),
                properties.json());
    }

    private static String required(String name, Fields fields) throws LineRefused {
        String text = fields.texts().getOrDefault(name, "");
        if (text.isEmpty()) {
            throw new LineRefused("no " + name);
        }
        return text;
    }

    // The same distinct id is the same person in every file.
    private static String personOf(String distinctId) {
        byte[] name = ("distinct_id:" + distinctId).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
