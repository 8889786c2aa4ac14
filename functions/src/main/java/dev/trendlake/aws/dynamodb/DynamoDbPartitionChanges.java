package dev.trendlake.aws.dynamodb;

import dev.trendlake.lake.AnnouncedChanges;
import dev.trendlake.lake.LakePartition;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.ObjectChange;
import dev.trendlake.lake.PartitionChanges;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Raises versions in the table of partitions: all days of a month by one call. Safe for use by
 * several threads and processes.
 */
public final class DynamoDbPartitionChanges implements PartitionChanges {
    private final DynamoDbClient client;
    private final String table;
    private final Optional<AnnouncedChanges> announced;

    /** Takes the name of the table of partitions. */
    public DynamoDbPartitionChanges(DynamoDbClient client, String table) {
        this(client, table, Optional.empty());
    }

    /** Takes where changes are noted that S3 need not tell of again. */
    public DynamoDbPartitionChanges(
            DynamoDbClient client, String table, AnnouncedChanges announced) {
        this(client, table, Optional.of(announced));
    }

    private DynamoDbPartitionChanges(
            DynamoDbClient client, String table, Optional<AnnouncedChanges> announced) {
        this.client = client;
        this.table = table;
        this.announced = announced;
    }

    // The note comes last: whoever is killed before it has S3 raise the version.
    @Override
    public void raise(EventDay day, Set<ObjectChange> made) {
        raise(Set.of(day));
        announced.ifPresent(notes -> notes.announce(day, made));
    }

    @Override
    public void raise(Set<? extends LakePartition> partitions) {
        Map<Map<String, AttributeValue>, SortedSet<String>> numbers = new HashMap<>();
        for (LakePartition partition : partitions) {
            numbers.computeIfAbsent(PartitionItem.keyOf(partition), _ -> new TreeSet<>())
                    .add(PartitionItem.attributeOf(partition));
        }
        numbers.forEach(this::raise);
    }

    private void raise(Map<String, AttributeValue> key, SortedSet<String> numbers) {
        String expression =
                numbers.stream()
                        .map(number -> "#%1$s :one".formatted(number))
                        .collect(Collectors.joining(", ", "ADD ", ""));
        Refusals.told(() ->
                client.updateItem(request ->
                        request.tableName(table)
                                .key(key)
                                .updateExpression(expression)
                                .expressionAttributeNames(
                                        numbers.stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                number -> "#" + number,
                                                                number -> number)))
                                .expressionAttributeValues(Map.of(":one", Values.number(1)))));
    }
}
