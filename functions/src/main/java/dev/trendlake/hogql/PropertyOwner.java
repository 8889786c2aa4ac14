package dev.trendlake.hogql;

import dev.trendlake.trend.Property;

/** Whose properties a document holds. */
public sealed interface PropertyOwner {
    /** The event. */
    record Event() implements PropertyOwner {}

    /** The event's person. */
    record Person() implements PropertyOwner {}

    /** The event's group of a type. */
    record Group(int typeIndex) implements PropertyOwner {}

    /** One of its properties. */
    default Property property(String key) {
        return switch (this) {
            case Event() -> new Property.OfEvent(key);
            case Person() -> new Property.OfPerson(key);
            case Group(var typeIndex) -> new Property.OfGroup(typeIndex, key);
        };
    }
}
