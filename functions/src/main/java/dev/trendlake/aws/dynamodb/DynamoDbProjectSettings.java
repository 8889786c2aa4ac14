package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.Project;
import dev.trendlake.project.ProjectSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The settings of projects that their users change. Safe for use by several threads. */
public final class DynamoDbProjectSettings implements ProjectSettings {
    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of projects. */
    public DynamoDbProjectSettings(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    // Only these: a load may be counting in the same item, and others may change other settings.
    @Override
    public void save(Project project, Set<String> changed) {
        if (!changed.isEmpty()) {
            update(project, changed);
        }
    }

    private void update(Project project, Set<String> changed) {
        Map<String, AttributeValue> settings = ProjectItem.settings(project);
        StringJoiner assignments = new StringJoiner(", ", "SET ", "");
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (String name : changed) {
            assignments.add("#%s = :%s".formatted(name, name));
            names.put("#" + name, name);
            values.put(":" + name, settings.getOrDefault(name, Values.text("")));
        }
        names.put("#item", ProjectItem.ITEM);
        Refusals.told(() ->
                client.updateItem(request ->
                        request.tableName(table)
                                .key(ProjectItem.keyOf(project.id(), ProjectItem.SETTINGS))
                                .updateExpression(assignments.toString())
                                .conditionExpression("attribute_exists(#item)")
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)));
    }
}
