package dev.trendlake.access;

/** What a key must be allowed to do for a route. */
public enum Scope {
    INSIGHT_READ("insight", "read"),
    QUERY_READ("query", "read");

    private final String object;
    private final String action;

    Scope(String object, String action) {
        this.object = object;
        this.action = action;
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
