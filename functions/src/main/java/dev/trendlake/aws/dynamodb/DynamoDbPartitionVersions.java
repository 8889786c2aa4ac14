package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.LakeVersions;
import dev.trendlake.cache.PartitionVersions;
import dev.trendlake.project.SideTables;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads versions in the table of partitions, as they are at that moment: of eight years in one
 * call. Safe for use by several threads.
 */
public final class DynamoDbPartitionVersions implements PartitionVersions {
    /** What DynamoDB takes in one call. */
    private static final int MOST_KEYS = 100;

    private final BatchRead batch;
    private final String table;
    private final ReadAhead ahead;

    /** Takes the name of the table of partitions. */
    public DynamoDbPartitionVersions(DynamoDbClient client, String table) {
        this(client, table, new ReadAhead());
    }

    /** Takes what was perhaps read before it is asked for, too. */
    public DynamoDbPartitionVersions(DynamoDbClient client, String table, ReadAhead ahead) {
        this.ahead = ahead;
        this.batch = new BatchRead(client, Set.of(table));
        this.table = table;
    }

    @Override
    public LakeVersions read(long project, YearMonth first, YearMonth last, SideTables tables) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (Map<String, AttributeValue> key : PartitionItem.keysOf(project, first, last, tables)) {
            ahead.item(table, key)
                    .ifPresentOrElse(item -> items.add(new Item(item)), () -> keys.add(key));
        }
        for (int from = 0; from < keys.size(); from += MOST_KEYS) {
            items.addAll(items(keys.subList(from, Math.min(from + MOST_KEYS, keys.size()))));
        }
        return PartitionItem.read(items, first, last, tables);
    }

    private List<Item> items(List<Map<String, AttributeValue>> keys) {
        return batch.items(Map.of(table, keys)).getOrDefault(table, List.of());
    }
}
