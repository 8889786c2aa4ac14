package dev.trendlake.aws.dynamodb;

import dev.trendlake.capture.ProjectTokens;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tokens in the DynamoDB table of projects. Safe for use by several threads. */
public final class DynamoDbProjectTokens implements ProjectTokens {
    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of projects. */
    public DynamoDbProjectTokens(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public OptionalLong projectOf(String token) {
        if (!Values.fitsInKey(token)) {
            return OptionalLong.empty();
        }
        Map<String, AttributeValue> item =
                Refusals.told(() ->
                                client.getItem(request ->
                                        request.tableName(table)
                                                .key(TokenItem.keyOf(token))
                                                .consistentRead(true)))
                        .item();
        return item.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(TokenItem.owner(new Item(item)));
    }
}
