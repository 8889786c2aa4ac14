package dev.trendlake.intake.lake;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * The versions in the projects' table: those that count in the item {@code settings}, and the last
 * number that was given away in the item {@code side_tables}.
 */
public final class DynamoSideTableVersions implements SideTableVersions {
    private static final String DRAWN = "drawn";

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Takes the projects' table. */
    public DynamoSideTableVersions(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public long current(long project, SideTable<?> sideTable) {
        AttributeValue version =
                dynamoDb.getItem(request ->
                                request.tableName(table)
                                        .key(keyOf(project, "settings"))
                                        .consistentRead(true))
                        .item()
                        .get(attribute(sideTable));
        return version == null ? 0 : Long.parseLong(version.n());
    }

    @Override
    public long draw(long project, long current) {
        long drawn = 0;
        // A version may have been written into the settings without having been drawn.
        while (drawn <= current) {
            drawn = next(project);
        }
        return drawn;
    }

    @Override
    public boolean publish(long project, SideTable<?> sideTable, long replaced, long version) {
        String unchanged =
                replaced == 0
                        ? "(attribute_not_exists(#version) OR #version = :replaced)"
                        : "#version = :replaced";
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":version", number(version));
        values.put(":replaced", number(replaced));
        values.put(":one", number(1));
        try {
            dynamoDb.updateItem(request ->
                    request.tableName(table)
                            .key(keyOf(project, "settings"))
                            .updateExpression("SET #version = :version ADD lake_version :one")
                            .conditionExpression("attribute_exists(#project) AND " + unchanged)
                            .expressionAttributeNames(
                                    Map.of("#version", attribute(sideTable), "#project", "project"))
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private long next(long project) {
        Map<String, AttributeValue> drawn =
                dynamoDb.updateItem(request ->
                                request.tableName(table)
                                        .key(keyOf(project, "side_tables"))
                                        .updateExpression("ADD #drawn :one")
                                        .expressionAttributeNames(Map.of("#drawn", DRAWN))
                                        .expressionAttributeValues(Map.of(":one", number(1)))
                                        .returnValues(ReturnValue.UPDATED_NEW))
                        .attributes();
        return Long.parseLong(drawn.getOrDefault(DRAWN, number(0)).n());
    }

    private static String attribute(SideTable<?> sideTable) {
        return sideTable.name().word() + "_version";
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static Map<String, AttributeValue> keyOf(long project, String item) {
        return Map.of(
                "project", AttributeValue.fromS(Long.toString(project)),
                "item", AttributeValue.fromS(item));
    }
}
