package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.ColumnProperty;
import dev.trendlake.project.EventLayout;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The register of the properties that have columns, in the settings of their project: {@code
 * columns}, a map from {@code property_0} and so on to {@code property} ({@code event:$browser})
 * and {@code from}, the first UTC day from which on every file has it. Several may write at once.
 */
public final class DynamoDbPropertyColumns {
    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of projects. */
    public DynamoDbPropertyColumns(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** The columns of a project as they are now. */
    public PropertyColumns of(long project) {
        return layout(project).columns();
    }

    /** How the events of a project lie as it is now. */
    public EventLayout layout(long project) {
        return EventLayoutItem.read(settings(project));
    }

    /**
     * Gives a property the next free place; one that has a column keeps it as it is. Empty when no
     * place is free.
     *
     * @throws IllegalArgumentException when there is no such project
     */
    public Optional<PropertyColumn> add(
            long project, ColumnProperty property, LocalDate completeFrom) {
        while (true) {
            Item settings = settings(project);
            Optional<PropertyColumn> present =
                    EventLayoutItem.read(settings).columns().of(property);
            if (present.isPresent()) {
                return present;
            }
            Map<String, AttributeValue> known =
                    new HashMap<>(settings.value(EventLayoutItem.COLUMNS).m());
            Optional<PropertyColumn> added =
                    freePlace(known)
                            .map(place -> new PropertyColumn(place, property, completeFrom));
            if (added.isEmpty() || replaced(project, settings, known, added.get())) {
                return added;
            }
        }
    }

    /** Notes that a column is complete from an earlier day on; a later one changes nothing. */
    public void completeFrom(long project, PropertyColumn column, LocalDate day) {
        UpdateItemRequest request =
                settingsOf(project)
                        .updateExpression("SET #columns.#place.#from = :day")
                        .conditionExpression(
                                "#columns.#place.#property = :property"
                                        + " AND #columns.#place.#from > :day")
                        .expressionAttributeNames(
                                Map.of(
                                        "#columns", EventLayoutItem.COLUMNS,
                                        "#place", column.name(),
                                        "#property", EventLayoutItem.PROPERTY,
                                        "#from", EventLayoutItem.FROM))
                        .expressionAttributeValues(
                                Map.of(
                                        ":property", Values.text(column.property().toString()),
                                        ":day", Values.text(day.toString())))
                        .build();
        succeeds(request);
    }

    /** Notes that files have quarter hours from a day on; a later one changes nothing. */
    public void quartersFrom(long project, LocalDate day) {
        succeeds(
                settingsOf(project)
                        .updateExpression("SET #quarters = :day")
                        .conditionExpression(
                                "attribute_exists(#item) AND"
                                        + " (attribute_not_exists(#quarters) OR #quarters > :day)")
                        .expressionAttributeNames(
                                Map.of(
                                        "#quarters", EventLayoutItem.QUARTERS_FROM,
                                        "#item", ProjectItem.ITEM))
                        .expressionAttributeValues(Map.of(":day", Values.text(day.toString())))
                        .build());
    }

    private boolean replaced(
            long project, Item settings, Map<String, AttributeValue> known, PropertyColumn added) {
        Map<String, AttributeValue> values = new HashMap<>();
        Map<String, AttributeValue> columns = new HashMap<>(known);
        columns.put(added.name(), EventLayoutItem.value(added));
        values.put(":columns", Values.map(columns));
        boolean isFirst = !settings.has(EventLayoutItem.COLUMNS);
        if (!isFirst) {
            values.put(":known", settings.value(EventLayoutItem.COLUMNS));
        }
        return succeeds(
                settingsOf(project)
                        .updateExpression("SET #columns = :columns")
                        .conditionExpression(
                                isFirst ? "attribute_not_exists(#columns)" : "#columns = :known")
                        .expressionAttributeNames(Map.of("#columns", EventLayoutItem.COLUMNS))
                        .expressionAttributeValues(values)
                        .build());
    }

    private UpdateItemRequest.Builder settingsOf(long project) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(ProjectItem.keyOf(project, ProjectItem.SETTINGS));
    }

    // An entry that can't be read keeps its place: files may have the column.
    private static Optional<Integer> freePlace(Map<String, AttributeValue> known) {
        return IntStream.range(0, PropertyColumn.MOST)
                .boxed()
                .filter(place -> !known.containsKey(PropertyColumn.nameOf(place)))
                .findFirst();
    }

    private Item settings(long project) {
        Item settings =
                new Item(
                        client.getItem(request ->
                                        request.tableName(table)
                                                .consistentRead(true)
                                                .key(
                                                        ProjectItem.keyOf(
                                                                project, ProjectItem.SETTINGS)))
                                .item());
        if (!settings.has(ProjectItem.ITEM)) {
            throw new IllegalArgumentException("there is no project " + project);
        }
        return settings;
    }

    private boolean succeeds(UpdateItemRequest request) {
        try {
            client.updateItem(request);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
