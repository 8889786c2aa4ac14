package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** API keys in their DynamoDB table, each under its hash. Safe for use by several threads. */
public final class DynamoDbApiKeys {
    private final DynamoDbClient client;
    private final String table;

    /** Takes the table's name. */
    public DynamoDbApiKeys(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** What is known of a key; empty when it is unknown. */
    public Optional<ApiKey> find(KeyHash hash) {
        Map<String, AttributeValue> item =
                client.getItem(request -> request.tableName(table).key(ApiKeyItem.keyOf(hash)))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(ApiKeyItem.read(new Item(item)));
    }

    /** Keeps what is known of a key. When it was made and last used stays as it is. */
    public void save(KeyHash hash, ApiKey key) {
        update(hash, ApiKeyItem.attributes(key));
    }

    /** Keeps a new key that was made at {@code createdAt}. */
    public void save(KeyHash hash, ApiKey key, Instant createdAt) {
        save(hash, key, "", createdAt);
    }

    /**
     * Keeps a new key that was made at {@code createdAt}.
     *
     * @param mask what is shown of it
     */
    public void save(KeyHash hash, ApiKey key, String mask, Instant createdAt) {
        Map<String, AttributeValue> attributes = ApiKeyItem.attributes(key);
        attributes.put(ApiKeyItem.MASK, Values.text(mask));
        attributes.put(
                ApiKeyItem.CREATED_AT,
                Values.text(createdAt.truncatedTo(ChronoUnit.SECONDS).toString()));
        update(hash, attributes);
    }

    private void update(KeyHash hash, Map<String, AttributeValue> attributes) {
        StringJoiner assignments = new StringJoiner(", ", "SET ", "");
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        attributes.forEach((name, value) -> {
            assignments.add("#" + name + " = :" + name);
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        client.updateItem(request ->
                request.tableName(table)
                        .key(ApiKeyItem.keyOf(hash))
                        .updateExpression(assignments.toString())
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
    }
}
