package dev.trendlake.project;

import java.util.Map;
import java.util.Optional;

/**
 * The declared types of a project's properties, by owner and key. What is not declared is a text.
 *
 * @param ofEvents types of event properties by key
 * @param ofPersons types of person properties by key
 * @param ofGroups types of group properties by key, by group type index
 */
public record PropertyDefinitions(
        Map<String, PropertyType> ofEvents,
        Map<String, PropertyType> ofPersons,
        Map<Integer, Map<String, PropertyType>> ofGroups) {

    /** Copies the maps. */
    public PropertyDefinitions {
        ofEvents = Map.copyOf(ofEvents);
        ofPersons = Map.copyOf(ofPersons);
        ofGroups = Map.copyOf(ofGroups);
    }

    /** No property is declared. */
    public static PropertyDefinitions none() {
        return new PropertyDefinitions(Map.of(), Map.of(), Map.of());
    }

    /** The type of an event property. */
    public PropertyType ofEvent(String key) {
        return ofEvents.getOrDefault(key, PropertyType.STRING);
    }

    /** The type of a person property. */
    public PropertyType ofPerson(String key) {
        return ofPersons.getOrDefault(key, PropertyType.STRING);
    }

    /** The type of a property of the groups of a type. */
    public PropertyType ofGroup(int typeIndex, String key) {
        return ofGroups.getOrDefault(typeIndex, Map.of()).getOrDefault(key, PropertyType.STRING);
    }

    /** The declared types of a holder's properties, by key. */
    public Map<String, PropertyType> of(PropertyHolder holder) {
        return switch (holder) {
            case PropertyHolder.Events() -> ofEvents;
            case PropertyHolder.Persons() -> ofPersons;
            case PropertyHolder.Groups(int typeIndex) -> ofGroups.getOrDefault(typeIndex, Map.of());
        };
    }

    /** The declared type of a property; empty when it is not declared. */
    public Optional<PropertyType> declared(PropertyHolder holder, String key) {
        return Optional.ofNullable(of(holder).get(key));
    }
}
