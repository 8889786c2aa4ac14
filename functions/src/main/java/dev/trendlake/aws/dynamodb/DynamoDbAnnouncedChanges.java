package dev.trendlake.aws.dynamodb;

import dev.trendlake.lake.AnnouncedChanges;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.ObjectChange;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Announcements in the table of partitions: the item {@code announced#2026-11-23} with two sets of
 * keys, {@code created} and {@code removed}, and the second since 1970 at which it {@code
 * expires_at}. Where they are more than an item holds, the older ones are forgotten. Safe for use
 * by several threads and processes.
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
        AnnouncedSets sets = AnnouncedSets.of(changes);
        Refusals.told(() -> {
            try {
                return note(day, " ADD " + sets.each(), sets);
            } catch (DynamoDbException e) {
                if (!isTooLarge(e)) {
                    throw e;
                }
                // Nobody was told of them for long. Those that are forgotten raise their day.
                return note(day, sets.instead(), sets);
            }
        });
    }

    @Override
    public Set<ObjectChange> take(EventDay day, Set<ObjectChange> changes) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        AnnouncedSets sets = AnnouncedSets.of(changes);
        return Refusals.told(() -> {
            try {
                UpdateItemResponse before =
                        client.updateItem(request ->
                                request.tableName(table)
                                        .key(keyOf(day))
                                        .updateExpression("DELETE " + sets.each())
                                        .conditionExpression("attribute_exists(expires_at)")
                                        .expressionAttributeValues(sets.values())
                                        .returnValues(ReturnValue.ALL_OLD));
                return AnnouncedSets.in(new Item(before.attributes()), changes);
            } catch (ConditionalCheckFailedException nothingIsAnnounced) {
                return Set.of();
            }
        });
    }

    private UpdateItemResponse note(EventDay day, String expression, AnnouncedSets sets) {
        Map<String, AttributeValue> values = new HashMap<>(sets.values());
        values.put(":expires_at", Values.number(clock.instant().plus(KEPT).getEpochSecond()));
        return client.updateItem(request ->
                request.tableName(table)
                        .key(keyOf(day))
                        .updateExpression("SET expires_at = :expires_at" + expression)
                        .expressionAttributeValues(values));
    }

    private static boolean isTooLarge(DynamoDbException refusal) {
        return refusal.awsErrorDetails().errorCode().equals("ValidationException")
                && refusal.awsErrorDetails().errorMessage().startsWith("Item size");
    }

    private static Map<String, AttributeValue> keyOf(EventDay day) {
        return PartitionItem.keyOf(day.project(), "announced#" + day.day());
    }
}
