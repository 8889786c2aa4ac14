package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Projects in their DynamoDB table. Safe for use by several threads. */
public final class DynamoDbProjects {
    private final DynamoDbClient client;
    private final String table;

    /** Takes the table's name. */
    public DynamoDbProjects(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** The project with an id; empty when there is none. */
    public Optional<Project> find(long id) {
        return project(
                new BatchRead(client, Set.of())
                        .items(Map.of(table, ProjectItem.keysOf(id)))
                        .getOrDefault(table, List.of()));
    }

    /** Keeps a project's settings and property definitions, both or neither. */
    public void save(Project project) {
        List<TransactWriteItem> puts =
                List.of(
                        put(ProjectItem.settings(project)),
                        put(
                                PropertyDefinitionsItem.attributes(
                                        project.id(), project.propertyDefinitions())));
        client.transactWriteItems(request -> request.transactItems(puts));
    }

    /** The project that its items make; empty when its settings are not among them. */
    static Optional<Project> project(List<Item> items) {
        PropertyDefinitions definitions =
                item(items, ProjectItem.PROPERTY_DEFINITIONS)
                        .map(PropertyDefinitionsItem::read)
                        .orElseGet(PropertyDefinitions::none);
        return item(items, ProjectItem.SETTINGS)
                .map(settings -> ProjectItem.read(settings, definitions));
    }

    private static Optional<Item> item(List<Item> items, String name) {
        return items.stream().filter(item -> item.text(ProjectItem.ITEM).equals(name)).findFirst();
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        Put put = Put.builder().tableName(table).item(item).build();
        return TransactWriteItem.builder().put(put).build();
    }
}
