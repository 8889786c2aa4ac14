package dev.trendlake.aws.dynamodb;

import dev.trendlake.lake.AnnouncedChanges;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.lake.ObjectChange.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Announcements in the table of partitions: the item {@code announced#2026-11-23} with two sets of
 * keys, {@code created} and {@code removed}, and the second since 1970 at which it {@code
 * expires_at}. Safe for use by several threads and processes.
 */
public final class DynamoDbAnnouncedChanges implements AnnouncedChanges {
    /** As long as a queue keeps what is told of a change. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    /** Takes the name of the table of partitions. */
    public DynamoDbAnnouncedChanges(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void announce(EventDay day, Set<ObjectChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Map<Kind, List<String>> keys = byKind(changes);
        Map<String, AttributeValue> values = new HashMap<>(sets(keys));
        values.put(":expires_at", Values.number(clock.instant().plus(KEPT).getEpochSecond()));
        Refusals.told(() ->
                client.updateItem(request ->
                        request.tableName(table)
                                .key(keyOf(day))
                                .updateExpression("SET expires_at = :expires_at ADD " + each(keys))
                                .expressionAttributeValues(values)));
    }

    @Override
    public Set<ObjectChange> take(EventDay day, Set<ObjectChange> changes) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        Map<Kind, List<String>> keys = byKind(changes);
        return Refusals.told(() -> {
            try {
                UpdateItemResponse before =
                        client.updateItem(request ->
                                request.tableName(table)
                                        .key(keyOf(day))
                                        .updateExpression("DELETE " + each(keys))
                                        .conditionExpression("attribute_exists(expires_at)")
                                        .expressionAttributeValues(sets(keys))
                                        .returnValues(ReturnValue.ALL_OLD));
                return announced(new Item(before.attributes()), changes);
            } catch (ConditionalCheckFailedException nothingIsAnnounced) {
                return Set.of();
            }
        });
    }

    private static Set<ObjectChange> announced(Item before, Set<ObjectChange> changes) {
        Map<Kind, Set<String>> keys = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            keys.put(kind, before.setOf(nameOf(kind)));
        }
        return changes.stream()
                .filter(change -> keys.getOrDefault(change.kind(), Set.of()).contains(change.key()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Kind, List<String>> byKind(Set<ObjectChange> changes) {
        return changes.stream()
                .collect(
                        Collectors.groupingBy(
                                ObjectChange::kind,
                                () -> new EnumMap<>(Kind.class),
                                Collectors.mapping(ObjectChange::key, Collectors.toList())));
    }

    /** The sets of an expression, as {@code created :created, removed :removed}. */
    private static String each(Map<Kind, List<String>> keys) {
        return keys.keySet().stream()
                .map(kind -> "%1$s :%1$s".formatted(nameOf(kind)))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, AttributeValue> sets(Map<Kind, List<String>> keys) {
        return keys.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                set -> ":" + nameOf(set.getKey()),
                                set -> AttributeValue.fromSs(set.getValue())));
    }

    private static Map<String, AttributeValue> keyOf(EventDay day) {
        return PartitionItem.keyOf(day.project(), "announced#" + day.day());
    }

    private static String nameOf(Kind kind) {
        return switch (kind) {
            case CREATED -> "created";
            case REMOVED -> "removed";
        };
    }
}
