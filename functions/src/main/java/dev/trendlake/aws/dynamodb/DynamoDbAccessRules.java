package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.AccessRule;
import dev.trendlake.access.RuleStore;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The rules of access in the DynamoDB table of projects. Safe for use by several threads. */
public final class DynamoDbAccessRules implements RuleStore {
    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of projects. */
    public DynamoDbAccessRules(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public void save(long project, AccessRule rule) {
        Refusals.told(() ->
                client.updateItem(request ->
                        request.tableName(table)
                                .key(ProjectItem.keyOf(project, ProjectItem.ACCESS_RULES))
                                .updateExpression("SET #rule = :rule")
                                .expressionAttributeNames(
                                        Map.of("#rule", AccessRulesItem.nameOf(rule.subject())))
                                .expressionAttributeValues(
                                        Map.of(":rule", AccessRulesItem.valueOf(rule)))));
    }

    @Override
    public void remove(long project, AccessRule.Subject subject) {
        Refusals.told(() ->
                client.updateItem(request ->
                        request.tableName(table)
                                .key(ProjectItem.keyOf(project, ProjectItem.ACCESS_RULES))
                                .updateExpression("REMOVE #rule")
                                .expressionAttributeNames(
                                        Map.of("#rule", AccessRulesItem.nameOf(subject)))));
    }
}
