package dev.trendlake.intake.load;

import com.fasterxml.jackson.core.JsonToken;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.SeenNames;
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

    private final EventsSeen events = new EventsSeen(MOST_NAMES);
    private final PropertiesSeen ofEvents = new PropertiesSeen(MOST_NAMES);
    private final PropertiesSeen ofPersons = new PropertiesSeen(MOST_NAMES);
    private final Map<String, PropertiesSeen> ofGroups = new TreeMap<>();
    private long tooLong;

    /** Whether names of events called so are kept; counts those that are too long. */
    boolean isLearned(String event) {
        return !event.equals(UNNAMED_BY_POSTHOG) && !isTooLong(event);
    }

    /** Takes the time of an event. */
    void seeEvent(String name, Instant at) {
        events.see(clean(name), at);
    }

    /** Takes a property of an event of this name. */
    void seePair(String event, String property) {
        if (!property.isEmpty() && !NO_PROPERTIES.contains(property) && hasRoomFor(property)) {
            events.seeProperty(clean(event), clean(property));
        }
    }

    /**
     * Takes a value of a property of events.
     *
     * @return whether nothing more can be learned from values of this name
     */
    boolean seeProperty(String key, JsonToken token, PropertiesSeen.Text text, Instant at) {
        return NO_PROPERTIES.contains(key) || see(key, token, text, ofEvents, at);
    }

    /**
     * Takes a value of a property of persons.
     *
     * @return whether nothing more can be learned from values of this name
     */
    boolean seeOfPerson(String key, JsonToken token, PropertiesSeen.Text text, Instant at) {
        return see(key, token, text, ofPersons, at);
    }

    /** Takes a value of a property of groups of this type. */
    void seeOfGroup(
            String type, String key, JsonToken token, PropertiesSeen.Text text, Instant at) {
        see(key, token, text, ofGroups(type), at);
    }

    /** Takes all that was seen later. */
    void addAll(NamesSeen later) {
        events.addAll(later.events);
        ofEvents.addAll(later.ofEvents);
        ofPersons.addAll(later.ofPersons);
        later.ofGroups.forEach((type, seen) -> ofGroups(type).addAll(seen));
        tooLong += later.tooLong;
    }

    private PropertiesSeen ofGroups(String type) {
        return ofGroups.computeIfAbsent(type, _ -> new PropertiesSeen(MOST_NAMES));
    }

    private boolean see(
            String key,
            JsonToken token,
            PropertiesSeen.Text text,
            PropertiesSeen seen,
            Instant at) {
        return key.isEmpty() || (!isTooLong(key) && seen.see(clean(key), token, text, at));
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
