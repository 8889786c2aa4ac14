package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.aws.dynamodb.DynamoDbProjects;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps the project of a case, with its actions, cohorts and groups. */
final class CaseProjects {
    private final DynamoDbClient client;
    private final String table;

    CaseProjects(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    void save(long id, ConformanceCase source) {
        CaseSettings settings = source.settings();
        new DynamoDbProjects(client, table)
                .save(
                        new Project(
                                id,
                                source.id(),
                                "",
                                settings.zone(),
                                settings.weekStart(),
                                settings.testAccountFilters(),
                                settings.groupTypes(),
                                Project.NO_EVENT_YET,
                                0,
                                SideTables.none(),
                                source.definitions()));
        source.actions().forEach(action -> put(id, "action#" + action.id(), attributes(action)));
        source.cohorts().forEach(cohort -> put(id, "cohort#" + cohort.id(), attributes(cohort)));
        source.groups()
                .forEach(group ->
                        put(
                                id,
                                "group#%d#%s".formatted(group.typeIndex(), group.key()),
                                Map.of("properties", text(group.properties()))));
    }

    private static Map<String, AttributeValue> attributes(CaseAction action) {
        return Map.of(
                "name", AttributeValue.fromS(action.name()),
                "steps", AttributeValue.fromS(action.steps().toString()));
    }

    private static Map<String, AttributeValue> attributes(CaseCohort cohort) {
        List<AttributeValue> people =
                cohort.distinctIds().stream().map(AttributeValue::fromS).toList();
        return Map.of(
                "name", AttributeValue.fromS(cohort.name()),
                "is_static", AttributeValue.fromBool(cohort.isStatic()),
                "static_distinct_ids", AttributeValue.fromL(people),
                "filters", text(cohort.filters()));
    }

    private void put(long project, String item, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> whole = new HashMap<>(attributes);
        whole.put("project", AttributeValue.fromS(Long.toString(project)));
        whole.put("item", AttributeValue.fromS(item));
        client.putItem(request -> request.tableName(table).item(whole));
    }

    private static AttributeValue text(JsonNode json) {
        return AttributeValue.fromS(json.toString());
    }
}
