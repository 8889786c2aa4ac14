package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.LargeResults;
import dev.trendlake.cache.ResultCache;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Results in their DynamoDB table, large ones beside it. Whatever goes wrong is logged and counts
 * as nothing found or nothing kept. Safe for use by several threads.
 */
public final class DynamoDbResults implements ResultCache {
    private static final System.Logger LOGGER = System.getLogger(DynamoDbResults.class.getName());

    /** An item holds 400 KB with its names and keys. */
    private static final int MOST_BYTES = 350 * 1024;

    private final DynamoDbClient client;
    private final String table;
    private final LargeResults largeResults;

    /** Takes the table's name, and where rows go that don't fit in an item. */
    public DynamoDbResults(DynamoDbClient client, String table, LargeResults largeResults) {
        this.client = client;
        this.table = table;
        this.largeResults = largeResults;
    }

    @Override
    public CacheEntry find(CacheKey key, Instant now) {
        try {
            Item item = new Item(read(key));
            boolean expired = item.number("expires_at") <= now.getEpochSecond();
            return expired ? new CacheEntry.Nothing() : entry(item);
        } catch (SdkException | IOException | DateTimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "a result could not be read", e);
            return new CacheEntry.Nothing();
        }
    }

    @Override
    public void keep(CacheKey key, CacheEntry entry, Instant expiresAt) {
        try {
            Map<String, AttributeValue> item = new HashMap<>(keyOf(key));
            item.put("expires_at", Values.number(expiresAt.getEpochSecond()));
            item.putAll(attributes(key, entry));
            client.putItem(request -> request.tableName(table).item(item));
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, "a result could not be kept", e);
        }
    }

    // Consistent: an execution that was started a moment ago must not be started again.
    private Map<String, AttributeValue> read(CacheKey key) {
        return client.getItem(
                        request -> request.tableName(table).key(keyOf(key)).consistentRead(true))
                .item();
    }

    private CacheEntry entry(Item item) throws IOException {
        if (item.has("execution_id")) {
            return new CacheEntry.Running(
                    item.text("execution_id"), Instant.parse(item.text("started_at")));
        }
        Optional<byte[]> rows = rows(item);
        return rows.isEmpty()
                ? new CacheEntry.Nothing()
                : new CacheEntry.Kept(
                        CompressedRows.read(rows.get()), Instant.parse(item.text("computed_at")));
    }

    private Optional<byte[]> rows(Item item) {
        return item.has("rows_name")
                ? largeResults.find(item.text("rows_name"))
                : Optional.ofNullable(item.value("rows").b()).map(bytes -> bytes.asByteArray());
    }

    private Map<String, AttributeValue> attributes(CacheKey key, CacheEntry entry) {
        return switch (entry) {
            case CacheEntry.Nothing() -> Map.of();
            case CacheEntry.Running(String executionId, Instant startedAt) ->
                    Map.of(
                            "execution_id", Values.text(executionId),
                            "started_at", Values.text(startedAt.toString()));
            case CacheEntry.Kept kept -> kept(key, kept);
        };
    }

    private Map<String, AttributeValue> kept(CacheKey key, CacheEntry.Kept kept) {
        AttributeValue computedAt = Values.text(kept.computedAt().toString());
        byte[] rows = CompressedRows.of(kept.rows());
        if (rows.length <= MOST_BYTES) {
            return Map.of("computed_at", computedAt, "rows", Values.bytes(rows));
        }
        String name =
                "%d/%s-%d.json.gz"
                        .formatted(key.projectId(), key.digest(), kept.computedAt().toEpochMilli());
        largeResults.keep(name, rows);
        return Map.of("computed_at", computedAt, "rows_name", Values.text(name));
    }

    private static Map<String, AttributeValue> keyOf(CacheKey key) {
        return Map.of(
                "project", Values.text(Long.toString(key.projectId())),
                "query_key", Values.text(key.digest()));
    }
}
