package dev.trendlake.project;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whose property it is. */
public sealed interface PropertyHolder {
    /** How many types of groups a project has at most. */
    int MOST_GROUP_TYPES = 5;

    /** An event's. */
    record Events() implements PropertyHolder {}

    /** A person's. */
    record Persons() implements PropertyHolder {}

    /**
     * A group's.
     *
     * @param typeIndex the number of the group's type, from 0 to 4
     */
    record Groups(int typeIndex) implements PropertyHolder {
        /** Checks the number. */
        public Groups {
            if (typeIndex < 0 || typeIndex >= MOST_GROUP_TYPES) {
                throw new IllegalArgumentException("groups of the type " + typeIndex);
            }
        }
    }

    /** Its name where definitions are kept: {@code event}, {@code person}, {@code group_0} … */
    default String key() {
        return switch (this) {
            case Events() -> "event";
            case Persons() -> "person";
            case Groups(int typeIndex) -> "group_" + typeIndex;
        };
    }

    /** All there are. */
    static List<PropertyHolder> all() {
        return Stream.<PropertyHolder>concat(
                        Stream.of(new Events(), new Persons()),
                        IntStream.range(0, MOST_GROUP_TYPES).mapToObj(Groups::new))
                .toList();
    }
}
