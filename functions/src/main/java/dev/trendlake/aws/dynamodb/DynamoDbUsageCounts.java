package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.KeyHash;
import dev.trendlake.access.Usage;
import dev.trendlake.access.UsageCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counts the requests of keys in the DynamoDB table of results, one write each time. A count that
 * fails is logged and costs the caller nothing. Safe for use by several threads.
 */
public final class DynamoDbUsageCounts implements UsageCounts {
    private static final System.Logger LOGGER =
            System.getLogger(DynamoDbUsageCounts.class.getName());
    private static final Duration KEPT = Duration.ofHours(2);

    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of results. */
    public DynamoDbUsageCounts(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Usage> add(KeyHash key, Instant now, long requests) {
        try {
            Item counted =
                    new Item(
                            client.updateItem(request ->
                                            request.tableName(table)
                                                    .key(UsageItem.keyOf(key, now))
                                                    .updateExpression(
                                                            "SET expires_at = :expires_at ADD #hour"
                                                                + " :requests, #minute :requests")
                                                    .expressionAttributeNames(
                                                            Map.of(
                                                                    "#hour",
                                                                    UsageItem.HOUR,
                                                                    "#minute",
                                                                    UsageItem.minuteOf(now)))
                                                    .expressionAttributeValues(
                                                            Map.of(
                                                                    ":requests",
                                                                            Values.number(requests),
                                                                    ":expires_at",
                                                                            Values.number(
                                                                                    now.plus(KEPT)
                                                                                            .getEpochSecond())))
                                                    .returnValues(ReturnValue.UPDATED_NEW))
                                    .attributes());
            return Optional.of(UsageItem.read(counted, now));
        } catch (SdkException e) {
            LOGGER.log(System.Logger.Level.WARNING, "requests of a key could not be counted", e);
            return Optional.empty();
        }
    }
}
