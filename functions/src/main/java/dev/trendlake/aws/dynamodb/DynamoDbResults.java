package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.Claim;
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
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

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
    private final FlightItems flights;
    private final RowItems rows;
    private final ReadAhead ahead;

    /** Takes the table's name, and where rows go that don't fit in an item. */
    public DynamoDbResults(DynamoDbClient client, String table, LargeResults largeResults) {
        this(client, table, largeResults, new ReadAhead());
    }

    /** Takes what was perhaps read before it is asked for, too. */
    public DynamoDbResults(
            DynamoDbClient client, String table, LargeResults largeResults, ReadAhead ahead) {
        this.ahead = ahead;
        this.client = client;
        this.table = table;
        this.largeResults = largeResults;
        this.flights = new FlightItems(client, table);
        this.rows = new RowItems(client, table);
    }

    @Override
    public CacheEntry find(CacheKey key, Instant now) {
        try {
            Item item = new Item(read(key));
            return isOver(item, now) ? CacheEntry.nothing() : entry(item, now);
        } catch (SdkException | IOException | DateTimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "a result could not be read", e);
            return CacheEntry.nothing();
        }
    }

    @Override
    public CacheEntry.Flight claim(CacheKey key, Claim claim) {
        try {
            flights.claim(ResultKeys.of(key), claim);
            return new CacheEntry.Flight.None();
        } catch (ConditionalCheckFailedException e) {
            return FlightItems.read(new Item(e.hasItem() ? e.item() : Map.of()), claim.at());
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, "a question could not be claimed", e);
            return new CacheEntry.Flight.None();
        }
    }

    @Override
    public void tell(CacheKey key, String owner, CacheEntry.Flight.Running running, Instant until) {
        told(
                "an execution could not be told of",
                () -> flights.tell(ResultKeys.of(key), owner, running, until));
    }

    @Override
    public void release(CacheKey key, String ownerOrExecution) {
        told(
                "a question could not be released",
                () -> flights.release(ResultKeys.of(key), ownerOrExecution));
    }

    @Override
    public void keep(
            CacheKey key, String executionId, CacheEntry.Known.Kept kept, Instant expiresAt) {
        told(
                "a result could not be kept",
                () -> {
                    Map<String, AttributeValue> item = new HashMap<>(content(key, kept));
                    item.put("expires_at", Values.number(expiresAt.getEpochSecond()));
                    item.put(BasisItem.NAME, BasisItem.of(kept.basis()));
                    item.put("computed_at", Values.text(kept.computedAt().toString()));
                    item.put(RowItems.COMPUTED_MS, Values.number(kept.computedAt().toEpochMilli()));
                    if (!rows.keep(ResultKeys.of(key), executionId, item)) {
                        flights.release(ResultKeys.of(key), executionId);
                    }
                });
    }

    // Somebody else was first, and has the say.
    private static void told(String otherwise, Runnable write) {
        try {
            write.run();
        } catch (ConditionalCheckFailedException e) {
            LOGGER.log(System.Logger.Level.DEBUG, otherwise);
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, otherwise, e);
        }
    }

    // Consistent: an execution that was started a moment ago must not be started again.
    private Map<String, AttributeValue> read(CacheKey key) {
        return ahead.item(table, ResultKeys.of(key)).orElseGet(() -> readNow(key));
    }

    private Map<String, AttributeValue> readNow(CacheKey key) {
        return client.getItem(request ->
                        request.tableName(table).key(ResultKeys.of(key)).consistentRead(true))
                .item();
    }

    private static boolean isOver(Item item, Instant now) {
        return item.number("expires_at") <= now.getEpochSecond();
    }

    private CacheEntry entry(Item item, Instant now) throws IOException {
        Optional<byte[]> content = content(item);
        CacheEntry.Known known =
                content.isEmpty() ? new CacheEntry.Known.Nothing() : kept(item, content.get());
        return new CacheEntry(known, FlightItems.read(item, now));
    }

    private static CacheEntry.Known kept(Item item, byte[] content) throws IOException {
        Instant computedAt = Instant.parse(item.text("computed_at"));
        return new CacheEntry.Known.Kept(
                CompressedRows.read(content), computedAt, BasisItem.read(item, computedAt));
    }

    private Optional<byte[]> content(Item item) {
        return item.has(RowItems.NAME)
                ? largeResults.find(item.text(RowItems.NAME))
                : Optional.ofNullable(item.value(RowItems.ROWS).b())
                        .map(bytes -> bytes.asByteArray());
    }

    private Map<String, AttributeValue> content(CacheKey key, CacheEntry.Known.Kept kept) {
        byte[] content = CompressedRows.of(kept.rows());
        if (content.length <= MOST_BYTES) {
            return Map.of(RowItems.ROWS, Values.bytes(content));
        }
        String name =
                "%d/%s-%d.json.gz"
                        .formatted(key.projectId(), key.digest(), kept.computedAt().toEpochMilli());
        largeResults.keep(name, content);
        return Map.of(RowItems.NAME, Values.text(name));
    }
}
