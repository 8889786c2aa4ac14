package dev.trendlake.aws.dynamodb;

import dev.trendlake.lake.CohortSize;
import dev.trendlake.lake.MemberVersions;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The versions of the table of members in the table of projects: the one that counts in the item
 * {@code settings}, the last number that was given away in the item {@code side_tables}. Safe for
 * use by several threads.
 */
public final class DynamoDbMemberVersions implements MemberVersions {
    private static final String SIDE_TABLES = "side_tables";
    private static final String DRAWN = "drawn";

    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of projects. */
    public DynamoDbMemberVersions(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public long current(long project) {
        return new Item(
                        Refusals.told(() ->
                                        client.getItem(request ->
                                                request.tableName(table)
                                                        .key(settings(project))
                                                        .consistentRead(true)))
                                .item())
                .number(ProjectItem.COHORT_PEOPLE_VERSION);
    }

    @Override
    public long draw(long project, long current) {
        long drawn = 0;
        // A version may have been written into the settings without having been drawn.
        while (drawn <= current) {
            drawn = next(project);
        }
        return drawn;
    }

    @Override
    public boolean publish(long project, long replaced, long version, CohortSize size) {
        List<TransactWriteItem> writes =
                List.of(
                        write(versionUpdate(project, replaced, version)),
                        write(sizeUpdate(project, size)));
        return Refusals.told(() -> {
            try {
                client.transactWriteItems(request -> request.transactItems(writes));
                return true;
            } catch (TransactionCanceledException anotherCameFirst) {
                return false;
            }
        });
    }

    private Update versionUpdate(long project, long replaced, long version) {
        String unchanged =
                replaced == 0
                        ? "(attribute_not_exists(#version) OR #version = :replaced)"
                        : "#version = :replaced";
        return Update.builder()
                .tableName(table)
                .key(settings(project))
                .updateExpression("SET #version = :version ADD lake_version :one")
                .conditionExpression("attribute_exists(#project) AND " + unchanged)
                .expressionAttributeNames(
                        Map.of(
                                "#version", ProjectItem.COHORT_PEOPLE_VERSION,
                                "#project", ProjectItem.PROJECT))
                .expressionAttributeValues(
                        Map.of(
                                ":version", Values.number(version),
                                ":replaced", Values.number(replaced),
                                ":one", Values.number(1)))
                .build();
    }

    private Update sizeUpdate(long project, CohortSize size) {
        return Update.builder()
                .tableName(table)
                .key(ProjectItem.keyOf(project, DefinitionItems.COHORT + size.cohortId()))
                .updateExpression("SET #members = :members, #counted_at = :counted_at")
                .conditionExpression("attribute_exists(#project)")
                .expressionAttributeNames(
                        Map.of(
                                "#members", DefinitionItems.MEMBERS,
                                "#counted_at", DefinitionItems.COUNTED_AT,
                                "#project", ProjectItem.PROJECT))
                .expressionAttributeValues(
                        Map.of(
                                ":members", Values.number(size.members()),
                                ":counted_at", Values.text(size.countedAt().toString())))
                .build();
    }

    private long next(long project) {
        Map<String, AttributeValue> drawn =
                Refusals.told(() ->
                                client.updateItem(request ->
                                        request.tableName(table)
                                                .key(ProjectItem.keyOf(project, SIDE_TABLES))
                                                .updateExpression("ADD #drawn :one")
                                                .expressionAttributeNames(Map.of("#drawn", DRAWN))
                                                .expressionAttributeValues(
                                                        Map.of(":one", Values.number(1)))
                                                .returnValues(ReturnValue.UPDATED_NEW)))
                        .attributes();
        return new Item(drawn).number(DRAWN);
    }

    private static Map<String, AttributeValue> settings(long project) {
        return ProjectItem.keyOf(project, ProjectItem.SETTINGS);
    }

    private static TransactWriteItem write(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }
}
