package dev.trendlake.project;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * The names that occurred in events and persons.
 *
 * @param events when the events of each name happened
 * @param properties the properties, by whose they are
 * @param propertiesOfEvents which properties the events of a name have
 */
public record SeenNames(
        Map<String, Times> events,
        Map<PropertyHolder, Properties> properties,
        Map<String, Set<String>> propertiesOfEvents) {

    /**
     * The first and the last time of something.
     *
     * @param first no later than {@code last}
     */
    public record Times(Instant first, Instant last) {
        /** Checks the order. */
        public Times {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("first %s, last %s".formatted(first, last));
            }
        }
    }

    /**
     * Properties of one holder.
     *
     * @param names all of them
     * @param types what the first telling value of each says; not of all
     */
    public record Properties(Set<String> names, Map<String, PropertyType> types) {
        /** Copies both. */
        public Properties {
            names = Set.copyOf(names);
            types = Map.copyOf(types);
        }
    }

    /** Copies the maps. */
    public SeenNames {
        events = Map.copyOf(events);
        properties = Map.copyOf(properties);
        propertiesOfEvents = Map.copyOf(propertiesOfEvents);
    }
}
