package dev.trendlake.access;

import java.util.Locale;

/** What a key must be allowed to do for a route (spec: HTTP, 1). */
public enum Scope {
    ACCESS_CONTROL_READ,
    ACCESS_CONTROL_WRITE,
    ACTION_READ,
    ACTION_WRITE,
    COHORT_READ,
    COHORT_WRITE,
    EVENT_DEFINITION_READ,
    INSIGHT_READ,
    INSIGHT_WRITE,
    PROJECT_READ,
    PROJECT_WRITE,
    PROPERTY_DEFINITION_READ,
    PROPERTY_DEFINITION_WRITE,
    QUERY_READ,
    USER_READ;

    private final String object;
    private final String action;

    Scope() {
        int end = name().lastIndexOf('_');
        this.object = name().substring(0, end).toLowerCase(Locale.ROOT);
        this.action = name().substring(end + 1).toLowerCase(Locale.ROOT);
    }

    /** The wire's word: {@code insight:read}. */
    public String wireName() {
        return object + ":" + action;
    }

    /** Whether a key's scope allows it: the same, the right to write the same object, or all. */
    boolean isMetBy(String scope) {
        return scope.equals("*") || scope.equals(wireName()) || scope.equals(object + ":write");
    }
}
