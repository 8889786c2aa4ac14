package dev.trendlake.intake.compact;

import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The renewed days in the projects' table: the item {@code renewal} with its {@code columns}
 * ({@code property_0=event:$browser}, one a line) and the {@code days}.
 */
public final class DynamoRenewedDays implements RenewedDays {
    private static final String COLUMNS = "columns";
    private static final String DAYS = "days";

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** Takes the projects' table. */
    public DynamoRenewedDays(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Set<LocalDate> of(long project, PropertyColumns columns) {
        AttributeValue wanted = AttributeValue.fromS(text(columns));
        Map<String, AttributeValue> item =
                dynamoDb.getItem(request ->
                                request.tableName(table).key(key(project)).consistentRead(true))
                        .item();
        if (!wanted.equals(item.get(COLUMNS))) {
            dynamoDb.updateItem(request ->
                    request.tableName(table)
                            .key(key(project))
                            .updateExpression("SET #columns = :columns REMOVE #days")
                            .expressionAttributeNames(Map.of("#columns", COLUMNS, "#days", DAYS))
                            .expressionAttributeValues(Map.of(":columns", wanted)));
            return Set.of();
        }
        AttributeValue days = item.get(DAYS);
        return days == null
                ? Set.of()
                : days.ss().stream().map(LocalDate::parse).collect(Collectors.toSet());
    }

    @Override
    public void add(long project, LocalDate day) {
        dynamoDb.updateItem(request ->
                request.tableName(table)
                        .key(key(project))
                        .updateExpression("ADD #days :day")
                        .expressionAttributeNames(Map.of("#days", DAYS))
                        .expressionAttributeValues(
                                Map.of(":day", AttributeValue.fromSs(List.of(day.toString())))));
    }

    @Override
    public void clear(long project) {
        dynamoDb.deleteItem(request -> request.tableName(table).key(key(project)));
    }

    private static String text(PropertyColumns columns) {
        return columns.columns().stream()
                .sorted(Comparator.comparingInt(PropertyColumn::number))
                .map(column -> column.name() + "=" + column.property())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, AttributeValue> key(long project) {
        return Map.of(
                "project", AttributeValue.fromS(Long.toString(project)),
                "item", AttributeValue.fromS("renewal"));
    }
}
