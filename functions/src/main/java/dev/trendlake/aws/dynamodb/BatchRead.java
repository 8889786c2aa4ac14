package dev.trendlake.aws.dynamodb;

import dev.trendlake.error.QueryUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads items of several tables in one call, and asks again for those that were left out. */
final class BatchRead {
    private static final int MOST_CALLS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

    private final DynamoDbClient client;
    private final Set<String> exactTables;

    /**
     * @param exactTables the tables of which only the newest items will do, at twice the price
     */
    BatchRead(DynamoDbClient client, Set<String> exactTables) {
        this.client = client;
        this.exactTables = Set.copyOf(exactTables);
    }

    /**
     * The items that exist, by table.
     *
     * @param keys what to read, by table
     * @throws QueryUnavailable when DynamoDB keeps leaving some out
     */
    Map<String, List<Item>> items(Map<String, List<Map<String, AttributeValue>>> keys) {
        Map<String, List<Item>> found = new HashMap<>();
        Map<String, KeysAndAttributes> wanted = request(keys);
        Duration pause = FIRST_PAUSE;
        for (int call = 0; call < MOST_CALLS; call++) {
            BatchGetItemResponse response = read(wanted);
            response.responses().forEach((table, items) -> addAll(found, table, items));
            wanted = response.unprocessedKeys();
            if (wanted.isEmpty()) {
                return found;
            }
            pauseFor(pause);
            pause = pause.multipliedBy(2);
        }
        throw Refusals.busy();
    }

    private BatchGetItemResponse read(Map<String, KeysAndAttributes> wanted) {
        return Refusals.told(() -> client.batchGetItem(request -> request.requestItems(wanted)));
    }

    private Map<String, KeysAndAttributes> request(
            Map<String, List<Map<String, AttributeValue>>> keys) {
        Map<String, KeysAndAttributes> request = new HashMap<>();
        keys.forEach((table, rows) ->
                request.put(
                        table,
                        KeysAndAttributes.builder()
                                .keys(rows)
                                .consistentRead(exactTables.contains(table))
                                .build()));
        return request;
    }

    private static void addAll(
            Map<String, List<Item>> found, String table, List<Map<String, AttributeValue>> items) {
        found.computeIfAbsent(table, _ -> new ArrayList<>())
                .addAll(items.stream().map(Item::new).toList());
    }

    static void pauseFor(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.busy(e);
        }
    }
}
