package dev.trendlake.aws.dynamodb;

import static java.util.stream.Collectors.groupingBy;

import dev.trendlake.access.AccessRules;
import dev.trendlake.access.RuledProject;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.warm.ProjectList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Projects in their DynamoDB table. Safe for use by several threads. */
public final class DynamoDbProjects implements ProjectList {
    /** A batch has room for the items of so many projects. */
    private static final int AT_ONCE = 33;

    private final DynamoDbClient client;
    private final String table;

    /** Takes the table's name. */
    public DynamoDbProjects(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Project> find(long id) {
        return read(List.of(id)).stream().map(RuledProject::project).findFirst();
    }

    /** All projects in the order of their ids, with the rules of access in them. */
    public List<RuledProject> all() {
        List<Long> ids = ids();
        List<RuledProject> projects = new ArrayList<>();
        for (int first = 0; first < ids.size(); first += AT_ONCE) {
            projects.addAll(read(ids.subList(first, Math.min(ids.size(), first + AT_ONCE))));
        }
        return projects;
    }

    @Override
    public List<Long> ids() {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#project = :all")
                        .expressionAttributeNames(Map.of("#project", ProjectItem.PROJECT))
                        .expressionAttributeValues(Map.of(":all", Values.text(ProjectItem.ALL)))
                        .build();
        return Refusals.told(() ->
                client.queryPaginator(query).items().stream()
                        .map(item -> Long.valueOf(new Item(item).text(ProjectItem.ITEM)))
                        .toList());
    }

    /**
     * Keeps a project's settings and property definitions, its place among all projects, and whose
     * its token is. How its events lie in the lake stays as it is: others may be changing that.
     */
    public void save(Project project) {
        List<TransactWriteItem> puts = new ArrayList<>();
        puts.add(changed(project));
        puts.add(
                put(
                        PropertyDefinitionsItem.attributes(
                                project.id(), project.propertyDefinitions())));
        puts.add(put(ProjectItem.entryOf(project.id())));
        if (!project.token().isEmpty()) {
            puts.add(put(TokenItem.of(project.token(), project.id())));
        }
        client.transactWriteItems(request -> request.transactItems(puts));
    }

    private List<RuledProject> read(List<Long> ids) {
        List<Map<String, AttributeValue>> keys =
                ids.stream().flatMap(id -> ProjectItem.keysOf(id).stream()).toList();
        Map<String, List<Item>> byProject =
                new BatchRead(client, Set.of())
                        .items(Map.of(table, keys)).getOrDefault(table, List.of()).stream()
                                .collect(groupingBy(item -> item.text(ProjectItem.PROJECT)));
        return ids.stream()
                .map(id -> byProject.getOrDefault(Long.toString(id), List.of()))
                .map(DynamoDbProjects::project)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The project that its items make; empty when its settings are not among them. */
    static Optional<RuledProject> project(List<Item> items) {
        PropertyDefinitions definitions =
                item(items, ProjectItem.PROPERTY_DEFINITIONS)
                        .map(PropertyDefinitionsItem::read)
                        .orElseGet(PropertyDefinitions::none);
        AccessRules rules =
                item(items, ProjectItem.ACCESS_RULES)
                        .map(AccessRulesItem::read)
                        .orElseGet(AccessRules::none);
        return item(items, ProjectItem.SETTINGS)
                .map(settings -> ProjectItem.read(settings, definitions))
                .map(project -> new RuledProject(project, rules));
    }

    private static Optional<Item> item(List<Item> items, String name) {
        return items.stream().filter(item -> item.text(ProjectItem.ITEM).equals(name)).findFirst();
    }

    private TransactWriteItem changed(Project project) {
        Map<String, AttributeValue> settings = new LinkedHashMap<>(ProjectItem.settings(project));
        Map<String, AttributeValue> key = ProjectItem.keyOf(project.id(), ProjectItem.SETTINGS);
        settings.keySet().removeAll(key.keySet());
        StringJoiner assignments = new StringJoiner(", ", "SET ", "");
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            assignments.add("#%s = :%s".formatted(name, name));
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        String removal = "";
        if (!settings.containsKey(ProjectItem.EARLIEST_EVENT)) {
            names.put("#earliest", ProjectItem.EARLIEST_EVENT);
            removal = " REMOVE #earliest";
        }
        Update update =
                Update.builder()
                        .tableName(table)
                        .key(key)
                        .updateExpression(assignments + removal)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build();
        return TransactWriteItem.builder().update(update).build();
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        Put put = Put.builder().tableName(table).item(item).build();
        return TransactWriteItem.builder().put(put).build();
    }
}
