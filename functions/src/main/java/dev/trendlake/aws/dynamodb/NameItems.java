package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.EventDefinition;
import dev.trendlake.project.PropertyDefinition;
import dev.trendlake.project.PropertyHolder;
import dev.trendlake.project.PropertyType;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How names of events and of properties stand in the table of projects: an item each, named by its
 * id, which only the lists of names are made of.
 */
final class NameItems {
    static final String EVENT = "event_name#";
    static final String PROPERTIES_OF_EVENT = "event_properties#";
    static final String NAMES = "names";
    static final String NAME = "name";
    static final String FIRST_SEEN = "first_seen";
    static final String LAST_SEEN = "last_seen";
    static final String TYPE = "property_type";
    static final String REMARKS = "remarks";

    private static final String PROPERTY = "property_name#";

    private NameItems() {}

    /** The start of the names of a holder's properties. */
    static String prefixOf(PropertyHolder holder) {
        return PROPERTY + holder.key() + "#";
    }

    static Map<String, AttributeValue> keyOfEvent(long project, UUID id) {
        return ProjectItem.keyOf(project, EVENT + id);
    }

    static Map<String, AttributeValue> keyOfProperty(long project, PropertyHolder holder, UUID id) {
        return ProjectItem.keyOf(project, prefixOf(holder) + id);
    }

    static EventDefinition event(Item item) {
        return new EventDefinition(
                id(item),
                item.text(NAME),
                Instant.ofEpochMilli(item.number(FIRST_SEEN)),
                Instant.ofEpochMilli(item.number(LAST_SEEN)));
    }

    static PropertyDefinition property(PropertyHolder holder, Item item) {
        String remarks = item.text(REMARKS);
        return new PropertyDefinition(
                id(item), holder, item.text(NAME), type(item), remarks.isEmpty() ? "{}" : remarks);
    }

    /** The type that an item of a property names; null without one. */
    static @Nullable PropertyType type(Item item) {
        return PropertyType.named(item.text(TYPE)).orElse(null);
    }

    /** Whose property an item is about. */
    static PropertyHolder holder(Item item) {
        String name = item.text(ProjectItem.ITEM);
        return PropertyHolder.all().stream()
                .filter(holder -> name.startsWith(prefixOf(holder)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no property is called " + name));
    }

    private static UUID id(Item item) {
        String name = item.text(ProjectItem.ITEM);
        return UUID.fromString(name.substring(name.lastIndexOf('#') + 1));
    }
}
