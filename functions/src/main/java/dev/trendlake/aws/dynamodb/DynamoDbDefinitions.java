package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The actions and cohorts of a project in the DynamoDB table of projects. What was found by its
 * number is remembered: make one for each request. Not safe for use by several threads.
 */
public final class DynamoDbDefinitions implements Definitions {
    private final DynamoDbClient client;
    private final String table;
    private final long project;
    private final Map<Long, Optional<ActionDefinition>> actions = new HashMap<>();
    private final Map<Long, Optional<CohortDefinition>> cohorts = new HashMap<>();

    /** Takes the table's name and the project's number. */
    public DynamoDbDefinitions(DynamoDbClient client, String table, long project) {
        this.client = client;
        this.table = table;
        this.project = project;
    }

    @Override
    public Optional<ActionDefinition> action(long id) {
        return actions.computeIfAbsent(
                id, _ -> find(DefinitionItems.ACTION + id).map(DefinitionItems::action));
    }

    @Override
    public Optional<ActionDefinition> actionNamed(String name) {
        return lowest(
                named(DefinitionItems.ACTION, name, DefinitionItems::action), ActionDefinition::id);
    }

    @Override
    public Optional<CohortDefinition> cohort(long id) {
        return cohorts.computeIfAbsent(
                id, _ -> find(DefinitionItems.COHORT + id).map(DefinitionItems::cohort));
    }

    @Override
    public Optional<CohortDefinition> cohortNamed(String name) {
        return lowest(
                named(DefinitionItems.COHORT, name, DefinitionItems::cohort), CohortDefinition::id);
    }

    /** Keeps an action, in place of the one with its number. */
    public void save(ActionDefinition action) {
        put(DefinitionItems.item(project, action));
        actions.put(action.id(), Optional.of(action));
    }

    /** Keeps a cohort, in place of the one with its number. */
    public void save(CohortDefinition cohort) {
        put(DefinitionItems.item(project, cohort));
        cohorts.put(cohort.id(), Optional.of(cohort));
    }

    private Optional<Item> find(String item) {
        Map<String, AttributeValue> key = ProjectItem.keyOf(project, item);
        Item found =
                new Item(
                        Refusals.told(() ->
                                        client.getItem(
                                                request -> request.tableName(table).key(key)))
                                .item());
        return found.attributes().isEmpty() || DefinitionItems.isDeleted(found)
                ? Optional.empty()
                : Optional.of(found);
    }

    private <T> List<T> named(String prefix, String name, Function<Item, T> reader) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#project = :project AND begins_with(#item, :kind)")
                        .filterExpression("#name = :name")
                        .expressionAttributeNames(
                                Map.of(
                                        "#project", ProjectItem.PROJECT,
                                        "#item", ProjectItem.ITEM,
                                        "#name", DefinitionItems.NAME))
                        .expressionAttributeValues(
                                Map.of(
                                        ":project", Values.text(Long.toString(project)),
                                        ":kind", Values.text(prefix),
                                        ":name", Values.text(name)))
                        .build();
        return Refusals.told(() -> client.queryPaginator(query).items().stream().toList()).stream()
                .map(Item::new)
                .filter(item -> !DefinitionItems.isDeleted(item))
                .map(reader)
                .toList();
    }

    // The table's order is that of texts, in which 10 comes before 9.
    private static <T> Optional<T> lowest(List<T> found, ToLongFunction<T> number) {
        return found.stream().min(Comparator.comparingLong(number));
    }

    private void put(Map<String, AttributeValue> item) {
        Refusals.told(() -> client.putItem(request -> request.tableName(table).item(item)));
    }
}
