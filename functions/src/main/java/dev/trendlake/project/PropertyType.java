package dev.trendlake.project;

import java.util.Optional;

/** How a property's values are compared (spec: trends, 4.1). */
public enum PropertyType {
    STRING("String"),
    NUMERIC("Numeric"),
    BOOLEAN("Boolean"),
    DATE_TIME("DateTime"),
    DURATION("Duration");

    private final String wireName;

    PropertyType(String wireName) {
        this.wireName = wireName;
    }

    /** The wire's word. */
    public String wireName() {
        return wireName;
    }

    /** The type that the wire calls so; empty for an unknown word. */
    public static Optional<PropertyType> named(String wireName) {
        for (PropertyType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
