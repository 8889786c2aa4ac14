package dev.trendlake.aws.dynamodb;

import dev.trendlake.lake.ObjectChange;
import dev.trendlake.lake.ObjectChange.Kind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Changes as the sets of keys of an item, {@code created} and {@code removed}. */
record AnnouncedSets(Map<Kind, List<String>> keys) {
    static AnnouncedSets of(Collection<ObjectChange> changes) {
        return new AnnouncedSets(
                changes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ObjectChange::kind,
                                        () -> new EnumMap<>(Kind.class),
                                        Collectors.mapping(
                                                ObjectChange::key, Collectors.toList()))));
    }

    /** Those of some changes that an item has. */
    static Set<ObjectChange> in(Item item, Set<ObjectChange> some) {
        return some.stream()
                .filter(change -> item.value(nameOf(change.kind())).ss().contains(change.key()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As they are added or deleted: {@code created :created, removed :removed}. */
    String each() {
        return keys.keySet().stream()
                .map(kind -> "%1$s :%1$s".formatted(nameOf(kind)))
                .collect(Collectors.joining(", "));
    }

    /** As they take the place of what is there: {@code , created = :created REMOVE removed}. */
    String instead() {
        StringBuilder set = new StringBuilder();
        StringBuilder remove = new StringBuilder();
        for (Kind kind : Kind.values()) {
            if (keys.containsKey(kind)) {
                set.append(", %1$s = :%1$s".formatted(nameOf(kind)));
            } else {
                remove.append(" REMOVE ").append(nameOf(kind));
            }
        }
        return set.append(remove).toString();
    }

    /** The values of these expressions. */
    Map<String, AttributeValue> values() {
        return keys.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                set -> ":" + nameOf(set.getKey()),
                                set -> AttributeValue.fromSs(set.getValue())));
    }

    private static String nameOf(Kind kind) {
        return switch (kind) {
            case CREATED -> "created";
            case REMOVED -> "removed";
        };
    }
}
