package dev.trendlake.local.stack;

import dev.trendlake.local.template.TableDefinition;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;

/** Creates the template's DynamoDB tables where they are missing. */
final class DynamoDbTables {
    private final DynamoDbClient client;

    DynamoDbTables(DynamoDbClient client) {
        this.client = client;
    }

    /** Creates what is missing; what is there keeps its items. */
    void create(Iterable<TableDefinition> tables) {
        Set<String> present = Set.copyOf(client.listTables().tableNames());
        for (TableDefinition table : tables) {
            if (!present.contains(table.name())) {
                create(table);
            }
        }
    }

    private void create(TableDefinition table) {
        client.createTable(request ->
                request.tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes(table))
                        .keySchema(keys(table.keys())));
        client.waiter().waitUntilTableExists(request -> request.tableName(table.name()));
        if (!table.timeToLive().isEmpty()) {
            expire(table);
        }
    }

    private void expire(TableDefinition table) {
        TimeToLiveSpecification expiry =
                TimeToLiveSpecification.builder()
                        .attributeName(table.timeToLive())
                        .enabled(true)
                        .build();
        client.updateTimeToLive(
                request -> request.tableName(table.name()).timeToLiveSpecification(expiry));
    }

    private static List<AttributeDefinition> attributes(TableDefinition table) {
        return table.keys().stream()
                .map(key ->
                        AttributeDefinition.builder()
                                .attributeName(key.name())
                                .attributeType(key.type())
                                .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(List<TableDefinition.Key> keys) {
        return keys.stream()
                .map(key ->
                        KeySchemaElement.builder()
                                .attributeName(key.name())
                                .keyType(key.equals(keys.getFirst()) ? KeyType.HASH : KeyType.RANGE)
                                .build())
                .toList();
    }
}
