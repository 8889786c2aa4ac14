package dev.trendlake.aws.dynamodb;

import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** The items of a project by how their names begin. */
record ProjectItems(DynamoDbClient client, String table, long project) {
    /** All items whose name begins so, as they are now; page after page. */
    Stream<Item> startingWith(String prefix) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("#project = :project AND begins_with(#item, :kind)")
                        .expressionAttributeNames(
                                Map.of(
                                        "#project", ProjectItem.PROJECT,
                                        "#item", ProjectItem.ITEM))
                        .expressionAttributeValues(
                                Map.of(
                                        ":project", Values.text(Long.toString(project)),
                                        ":kind", Values.text(prefix)))
                        .build();
        return client.queryPaginator(query).items().stream().map(Item::new);
    }
}
