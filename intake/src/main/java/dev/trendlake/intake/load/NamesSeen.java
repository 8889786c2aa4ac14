package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.SeenNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of events and properties that a load comes across, with the types that values tell, as
 * PostHog learns them: properties of events; of persons by {@code $set}, {@code $set_once} and the
 * person's own; of groups by {@code $groupidentify}.
 */
final class NamesSeen {
    /** How many bytes a name has at most that PostHog keeps. */
    private static final int LONGEST_NAME = 200;

    /** The most names of a kind that are held while a load goes on. */
    private static final int MOST_NAMES = 100_000;

    private static final String UNNAMED_BY_POSTHOG = "$$plugin_metrics";
    private static final String GROUP_IDENTIFY = "$groupidentify";
    private static final List<String> OF_PERSONS = List.of("$set", "$set_once");
    private static final Set<String> NO_PROPERTIES =
            Set.of(
                    "$set",
                    "$set_once",
                    "$unset",
                    "$groups",
                    "$group_0",
                    "$group_1",
                    "$group_2",
                    "$group_3",
                    "$group_4");

    private final JsonFactory factory =
            new JsonFactoryBuilder().streamReadConstraints(LineFieldsReader.CONSTRAINTS).build();
    private final EventsSeen events = new EventsSeen(MOST_NAMES);
    private final PropertiesSeen ofEvents = new PropertiesSeen(MOST_NAMES);
    private final PropertiesSeen ofPersons = new PropertiesSeen(MOST_NAMES);
    private final Map<String, PropertiesSeen> ofGroups = new TreeMap<>();
    private long tooLong;

    /** Takes an event. */
    void see(Event event) throws IOException {
        if (event.event().equals(UNNAMED_BY_POSTHOG) || isTooLong(event.event())) {
            return;
        }
        events.see(clean(event.event()), event.timestamp());
        if (event.event().equals(GROUP_IDENTIFY)) {
            seeGroup(event);
        } else {
            seeProperties(event);
        }
        seePerson(event.personProperties(), event.timestamp());
    }

    /** Takes the properties of a person. */
    void seePerson(String properties, Instant at) throws IOException {
        try (JsonParser parser = factory.createParser(properties)) {
            parser.nextToken();
            seeFields(parser, ofPersons, at);
        }
    }

    private void seeProperties(Event event) throws IOException {
        try (JsonParser parser = factory.createParser(event.properties())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                JsonToken token = parser.nextToken();
                if (OF_PERSONS.contains(key) && token == JsonToken.START_OBJECT) {
                    seeFields(parser, ofPersons, event.timestamp());
                } else {
                    seePair(event.event(), key);
                    seeField(key, parser, ofEvents, event.timestamp());
                }
            }
        }
    }

    private void seePair(String event, String property) {
        if (!property.isEmpty() && !NO_PROPERTIES.contains(property) && hasRoomFor(property)) {
            events.seeProperty(clean(event), clean(property));
        }
    }

    private void seeGroup(Event event) throws IOException {
        String type = GroupJson.read(event.properties()).path("$group_type").textValue();
        if (type == null) {
            return;
        }
        PropertiesSeen seen = ofGroups.computeIfAbsent(type, _ -> new PropertiesSeen(MOST_NAMES));
        try (JsonParser parser = factory.createParser(event.properties())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isSet = parser.currentName().equals("$group_set");
                if (parser.nextToken() == JsonToken.START_OBJECT && isSet) {
                    seeFields(parser, seen, event.timestamp());
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void seeFields(JsonParser parser, PropertiesSeen seen, Instant at) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            seeField(key, parser, seen, at);
        }
    }

    private void seeField(String key, JsonParser parser, PropertiesSeen seen, Instant at)
            throws IOException {
        boolean isNone = seen == ofEvents && NO_PROPERTIES.contains(key);
        if (!key.isEmpty() && !isNone && !isTooLong(key)) {
            seen.see(clean(key), parser.currentToken(), parser::getText, at);
        }
        parser.skipChildren();
    }

    private boolean isTooLong(String name) {
        boolean isTooLong = !hasRoomFor(name);
        tooLong += isTooLong ? 1 : 0;
        return isTooLong;
    }

    // A character has three bytes at most: short names need not be encoded to know it.
    private static boolean hasRoomFor(String name) {
        return name.length() <= LONGEST_NAME / 3
                || name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
    }

    private static String clean(String name) {
        return name.replace('\0', '\uFFFD');
    }

    /** How often a name was met that is too long to be kept. */
    long tooLong() {
        return tooLong;
    }

    /** Whether there were more names of a kind than are held. */
    boolean isFull() {
        return events.isFull()
                || ofEvents.isFull()
                || ofPersons.isFull()
                || ofGroups.values().stream().anyMatch(PropertiesSeen::isFull);
    }

    /**
     * All that was seen.
     *
     * @param groupTypes the names of the project's group types, by index; other groups are left out
     */
    SeenNames names(List<String> groupTypes) {
        Map<PropertyHolder, SeenNames.Properties> properties = new HashMap<>();
        properties.put(new PropertyHolder.Events(), ofEvents.properties());
        properties.put(new PropertyHolder.Persons(), ofPersons.properties());
        ofGroups.forEach((type, seen) -> {
            int index = groupTypes.indexOf(type);
            if (index >= 0) {
                properties.put(new PropertyHolder.Groups(index), seen.properties());
            }
        });
        properties.values().removeIf(seen -> seen.names().isEmpty());
        return new SeenNames(events.times(), properties, events.properties());
    }
}
