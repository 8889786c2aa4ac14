package dev.trendlake.trend;

/** What a step of an action asks of an event (spec: actions and cohorts, 1). */
public sealed interface StepCondition {
    /** The event has this name. */
    record NameIs(String name) implements StepCondition {}

    /** The property {@code $current_url} matches. */
    record UrlMatches(TextMatching matching, String url) implements StepCondition {}

    /** The first link of the clicked elements matches. */
    record HrefMatches(TextMatching matching, String href) implements StepCondition {}

    /** The text of some clicked element matches. */
    record TextMatches(TextMatching matching, String text) implements StepCondition {}

    /** The clicked elements match a CSS selector. */
    record SelectorMatches(String selector) implements StepCondition {}

    /** Some clicked element has this tag. */
    record TagIs(String tag) implements StepCondition {}

    /** A filter holds. */
    record PropertiesMeet(PropertyFilter filter) implements StepCondition {}
}
