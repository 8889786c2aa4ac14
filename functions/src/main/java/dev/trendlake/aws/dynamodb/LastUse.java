package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.KeyHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Notes when a key was last used, at most once an hour (spec: HTTP, 1). */
final class LastUse {
    private static final System.Logger LOGGER = System.getLogger(LastUse.class.getName());
    private static final Duration GRAIN = Duration.ofHours(1);

    private final DynamoDbClient client;
    private final String table;
    private final InstantSource clock;

    LastUse(DynamoDbClient client, String table, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Notes a use of a key that was just read. A failure is logged and costs the caller nothing.
     */
    void note(KeyHash hash, Item key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant limit = now.minus(GRAIN);
        if (key.instant(ApiKeyItem.LAST_USED_AT, Instant.MIN).isAfter(limit)) {
            return;
        }
        try {
            write(hash, now, limit);
        } catch (ConditionalCheckFailedException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "another request noted the use of the key");
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, "the use of a key could not be noted", e);
        }
    }

    // Instants in whole seconds compare as texts.
    private void write(KeyHash hash, Instant now, Instant limit) {
        client.updateItem(request ->
                request.tableName(table)
                        .key(ApiKeyItem.keyOf(hash))
                        .updateExpression("SET last_used_at = :now")
                        .conditionExpression(
                                "attribute_exists(key_hash) AND"
                                        + " (attribute_not_exists(last_used_at)"
                                        + " OR last_used_at <= :limit)")
                        .expressionAttributeValues(
                                Map.of(
                                        ":now", Values.text(now.toString()),
                                        ":limit", Values.text(limit.toString()))));
    }
}
