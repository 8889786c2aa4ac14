package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.SavedAction;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.project.SavedDefinition;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SavedInsight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The actions of projects, their cohorts or their insights in the table of projects: the same items
 * that questions read. Safe for use by several threads.
 */
public final class DynamoDbSavedDefinitions<T extends SavedDefinition>
        implements SavedDefinitions<T> {
    private final DynamoDbClient client;
    private final String table;
    private final SavedForm<T> form;
    private final DefinitionNumbers numbers;

    private DynamoDbSavedDefinitions(DynamoDbClient client, String table, SavedForm<T> form) {
        this.client = client;
        this.table = table;
        this.form = form;
        this.numbers = new DefinitionNumbers(client, table);
    }

    /** The actions, by the table's name. */
    public static SavedDefinitions<SavedAction> actions(DynamoDbClient client, String table) {
        return new DynamoDbSavedDefinitions<>(client, table, SavedForm.actions());
    }

    /** The cohorts, by the table's name. */
    public static SavedDefinitions<SavedCohort> cohorts(DynamoDbClient client, String table) {
        return new DynamoDbSavedDefinitions<>(client, table, SavedForm.cohorts());
    }

    /** The insights, by the table's name. */
    public static SavedDefinitions<SavedInsight> insights(DynamoDbClient client, String table) {
        return new DynamoDbSavedDefinitions<>(client, table, SavedForm.insights());
    }

    @Override
    public Optional<T> find(long project, long id) {
        Map<String, AttributeValue> item =
                Refusals.told(() ->
                                client.getItem(request ->
                                        request.tableName(table)
                                                .key(keyOf(project, id))
                                                .consistentRead(true)))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(form.reader().apply(new Item(item)));
    }

    @Override
    public List<T> all(long project) {
        return found(project).stream()
                .filter(definition -> !definition.details().deleted())
                .toList();
    }

    @Override
    public T create(long project, T fresh) {
        Optional<T> created = Optional.empty();
        while (created.isEmpty()) {
            long id = numbers.draw(project, form.kind());
            created = put(project, form.numbering().apply(id).apply(fresh));
            if (created.isEmpty()) {
                numbers.skipTo(project, form.kind(), highestNumber(project));
            }
        }
        return created.get();
    }

    @Override
    public Optional<T> replace(long project, T changed) {
        long revision = changed.details().revision();
        if (revision == 0) {
            return update(
                    project,
                    changed,
                    "attribute_exists(#project) AND attribute_not_exists(#revision)",
                    Map.of());
        }
        return update(
                project,
                changed,
                "attribute_exists(#project) AND #revision = :before",
                Map.of(":before", Values.number(revision)));
    }

    private Optional<T> put(long project, T fresh) {
        return update(project, fresh, "attribute_not_exists(#project)", Map.of());
    }

    // What an item has beside the attributes of its form stays: how many members a cohort has.
    private Optional<T> update(
            long project,
            T definition,
            String condition,
            Map<String, AttributeValue> conditionValues) {
        StringJoiner assignments = new StringJoiner(", ", "SET ", "");
        Map<String, String> names = new HashMap<>(Map.of("#project", ProjectItem.PROJECT));
        Map<String, AttributeValue> values = new HashMap<>(conditionValues);
        attributesOf(definition)
                .forEach((name, value) -> {
                    assignments.add("#" + name + " = :" + name);
                    names.put("#" + name, name);
                    values.put(":" + name, value);
                });
        return sent(
                UpdateItemRequest.builder()
                        .tableName(table)
                        .key(keyOf(project, definition.id()))
                        .updateExpression(assignments.toString())
                        .conditionExpression(condition)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_NEW)
                        .build());
    }

    private Optional<T> sent(UpdateItemRequest request) {
        return Refusals.told(() -> {
            try {
                Item now = new Item(client.updateItem(request).attributes());
                return Optional.of(form.reader().apply(now));
            } catch (ConditionalCheckFailedException anotherCameFirst) {
                return Optional.empty();
            }
        });
    }

    private Map<String, AttributeValue> attributesOf(T definition) {
        Map<String, AttributeValue> attributes = new HashMap<>(form.writer().apply(definition));
        attributes.put(
                DetailAttributes.REVISION, Values.number(definition.details().revision() + 1));
        return attributes;
    }

    private List<T> found(long project) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#project = :project AND begins_with(#item, :kind)")
                        .expressionAttributeNames(
                                Map.of("#project", ProjectItem.PROJECT, "#item", ProjectItem.ITEM))
                        .expressionAttributeValues(
                                Map.of(
                                        ":project", Values.text(Long.toString(project)),
                                        ":kind", Values.text(form.prefix())))
                        .consistentRead(true)
                        .build();
        return Refusals.told(() ->
                client.queryPaginator(query).items().stream()
                        .map(item -> form.reader().apply(new Item(item)))
                        .toList());
    }

    private long highestNumber(long project) {
        return found(project).stream().mapToLong(SavedDefinition::id).max().orElse(0);
    }

    private Map<String, AttributeValue> keyOf(long project, long id) {
        return ProjectItem.keyOf(project, form.prefix() + id);
    }
}
