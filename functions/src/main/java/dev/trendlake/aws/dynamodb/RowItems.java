package dev.trendlake.aws.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * How the rows of questions stand in the table of results: in the item, or beside it under a name.
 * {@code computed_ms} says which of two are later.
 */
final class RowItems {
    static final String ROWS = "rows";
    static final String NAME = "rows_name";
    static final String COMPUTED_MS = "computed_ms";

    private static final String LATEST =
            "(attribute_not_exists(computed_ms) OR computed_ms <= :computed_ms)";

    private final DynamoDbClient client;
    private final String table;

    RowItems(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /**
     * Keeps rows with their attributes, and ends the computation that gave them. One that somebody
     * else has started since stays.
     *
     * @return false when later rows are kept already, so that nothing was written
     */
    boolean keep(
            Map<String, AttributeValue> key,
            String executionId,
            Map<String, AttributeValue> attributes) {
        try {
            write(
                    key,
                    attributes,
                    ", flight, flight_runs, flight_started_at, flight_until, flight_basis,"
                            + " flight_buckets",
                    LATEST + " AND (attribute_not_exists(flight) OR flight = :execution)",
                    Map.of(":execution", Values.text(executionId)));
            return true;
        } catch (ConditionalCheckFailedException anotherComputes) {
            return keepBeside(key, attributes);
        }
    }

    private boolean keepBeside(
            Map<String, AttributeValue> key, Map<String, AttributeValue> attributes) {
        try {
            write(key, attributes, "", LATEST, Map.of());
            return true;
        } catch (ConditionalCheckFailedException laterOnesAreKept) {
            return false;
        }
    }

    private void write(
            Map<String, AttributeValue> key,
            Map<String, AttributeValue> attributes,
            String removed,
            String condition,
            Map<String, AttributeValue> conditionValues) {
        StringJoiner assignments = new StringJoiner(", ", "SET ", "");
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>(conditionValues);
        attributes.forEach((name, value) -> {
            assignments.add("#%s = :%s".formatted(name, name));
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        // The rows before these may have stood in the other way.
        names.put("#other", attributes.containsKey(ROWS) ? NAME : ROWS);
        client.updateItem(request ->
                request.tableName(table)
                        .key(key)
                        .updateExpression(assignments + " REMOVE #other" + removed)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
    }
}
