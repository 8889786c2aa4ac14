package dev.trendlake.intake.captured;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The types of groups in DynamoDB: the attribute {@code group_types} of a project's settings. */
public final class DynamoGroupTypes implements GroupTypes {
    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Takes the projects' table. */
    public DynamoGroupTypes(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public List<String> of(long project) {
        AttributeValue types =
                dynamoDb.getItem(request ->
                                request.tableName(table)
                                        .key(settingsOf(project))
                                        .consistentRead(true))
                        .item()
                        .get("group_types");
        return types == null ? List.of() : types.l().stream().map(AttributeValue::s).toList();
    }

    @Override
    public boolean replace(long project, List<String> present, List<String> types) {
        String unchanged =
                present.isEmpty()
                        ? "(attribute_not_exists(group_types) OR group_types = :present)"
                        : "group_types = :present";
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":present", texts(present));
        values.put(":types", texts(types));
        try {
            dynamoDb.updateItem(request ->
                    request.tableName(table)
                            .key(settingsOf(project))
                            .updateExpression("SET group_types = :types")
                            .conditionExpression("attribute_exists(#project) AND " + unchanged)
                            .expressionAttributeNames(Map.of("#project", "project"))
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static AttributeValue texts(List<String> texts) {
        return AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList());
    }

    private static Map<String, AttributeValue> settingsOf(long project) {
        return Map.of(
                "project", AttributeValue.fromS(Long.toString(project)),
                "item", AttributeValue.fromS("settings"));
    }
}
