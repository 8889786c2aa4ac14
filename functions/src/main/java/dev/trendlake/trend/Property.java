package dev.trendlake.trend;

/** What a filter, a breakdown or an aggregation looks at (spec: trends, 4.5 and 5.1). */
public sealed interface Property {
    /** A property of the event. */
    record OfEvent(String key) implements Property {}

    /** A property of the event's person. */
    record OfPerson(String key) implements Property {}

    /** A column of the event itself: {@code event}, {@code distinct_id}, {@code $group_0} … */
    record EventMetadata(String column) implements Property {}

    /** A fact about the person that is no property: {@code created_at}. */
    record PersonMetadata(String field) implements Property {}

    /** A property of the group of type {@code typeIndex} (0 to 4) that the event belongs to. */
    record OfGroup(int typeIndex, String key) implements Property {
        /** Checks the index. */
        public OfGroup {
            GroupType.check(typeIndex);
        }
    }

    /** A fact about the event's session: {@code $session_duration} … */
    record OfSession(String key) implements Property {}

    /** A fact about the clicked elements: {@code selector}, {@code tag_name}, {@code href} … */
    record OfElement(String key) implements Property {}

    /** What a HogQL expression gives. */
    record HogQl(HogQlText text) implements Property {}
}
