package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.QueryRecord;
import dev.trendlake.cache.QueryRecords;
import dev.trendlake.error.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Queries by their ids, in the DynamoDB table of results. Safe for use by several threads. */
public final class DynamoDbQueryRecords implements QueryRecords {
    /** An item holds 400 KB with its names and keys. */
    private static final int MOST_BYTES = 380 * 1024;

    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of results. */
    public DynamoDbQueryRecords(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void save(QueryRecord query) {
        if (query.request().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new InvalidRequest(
                    "query",
                    "The query is too long to be answered in the background: %d bytes are kept."
                            .formatted(MOST_BYTES));
        }
        Map<String, AttributeValue> item =
                new HashMap<>(keyOf(query.key().projectId(), query.id()));
        item.put("digest", Values.text(query.key().digest()));
        item.put("request", Values.text(query.request()));
        item.put("asked_at", Values.text(query.askedAt().toString()));
        item.put("since", Values.text(query.since().toString()));
        item.put("expires_at", Values.number(query.expiresAt().getEpochSecond()));
        item.put("failed_with", Values.number(query.failure().status()));
        item.put("failure", Values.text(query.failure().message()));
        Refusals.told(() -> client.putItem(request -> request.tableName(table).item(item)));
    }

    @Override
    public Optional<QueryRecord> find(long project, String id, Instant now) {
        if (!Values.fitsInKey(nameOf(id))) {
            return Optional.empty();
        }
        Item item =
                new Item(
                        Refusals.told(() ->
                                        client.getItem(request ->
                                                request.tableName(table)
                                                        .key(keyOf(project, id))
                                                        .consistentRead(true)))
                                .item());
        return item.number("expires_at") <= now.getEpochSecond()
                ? Optional.empty()
                : Optional.of(record(project, id, item));
    }

    @Override
    public void remove(long project, String id) {
        if (Values.fitsInKey(nameOf(id))) {
            Refusals.told(() ->
                    client.deleteItem(request -> request.tableName(table).key(keyOf(project, id))));
        }
    }

    private static QueryRecord record(long project, String id, Item item) {
        return new QueryRecord(
                id,
                new CacheKey(project, item.text("digest")),
                item.text("request"),
                Instant.parse(item.text("asked_at")),
                Instant.parse(item.text("since")),
                Instant.ofEpochSecond(item.number("expires_at")),
                new QueryRecord.Failure(
                        Math.toIntExact(item.number("failed_with")), item.text("failure")));
    }

    private static Map<String, AttributeValue> keyOf(long project, String id) {
        return Map.of(
                "project", Values.text(Long.toString(project)),
                "query_key", Values.text(nameOf(id)));
    }

    private static String nameOf(String id) {
        return "query#" + id;
    }
}
