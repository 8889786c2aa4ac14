package dev.trendlake.trend;

/** What a series counts. */
public sealed interface Entity {
    /** The events of one name. */
    record Event(String name) implements Entity {}

    /** All events, whatever their name. */
    record AllEvents() implements Entity {}

    /** The events that an action matches. */
    record ActionEvents(Action action) implements Entity {}

    /** An action that the project doesn't have: it matches nothing, and has no entry at all. */
    record MissingAction(long id) implements Entity {}
}
