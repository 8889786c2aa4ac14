package dev.trendlake.aws.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Gives numbers away, each once: the last one of each kind stands in the project's item {@code
 * numbers}.
 */
final class DefinitionNumbers {
    private static final String NUMBERS = "numbers";

    private final DynamoDbClient client;
    private final String table;

    DefinitionNumbers(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** The next number of a kind. */
    long draw(long project, String kind) {
        UpdateItemRequest request =
                update(project, kind, Values.number(1))
                        .updateExpression("ADD #kind :value")
                        .returnValues(ReturnValue.UPDATED_NEW)
                        .build();
        return new Item(Refusals.told(() -> client.updateItem(request)).attributes()).number(kind);
    }

    /** Passes by all numbers up to one that somebody used without having drawn it. */
    void skipTo(long project, String kind, long used) {
        UpdateItemRequest request =
                update(project, kind, Values.number(used))
                        .updateExpression("SET #kind = :value")
                        .conditionExpression("#kind < :value")
                        .build();
        Refusals.told(() -> {
            try {
                return client.updateItem(request).hasAttributes();
            } catch (ConditionalCheckFailedException isPassedBy) {
                return false;
            }
        });
    }

    private UpdateItemRequest.Builder update(long project, String kind, AttributeValue value) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(ProjectItem.keyOf(project, NUMBERS))
                .expressionAttributeNames(Map.of("#kind", kind))
                .expressionAttributeValues(Map.of(":value", value));
    }
}
