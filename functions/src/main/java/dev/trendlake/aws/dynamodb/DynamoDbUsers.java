package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.User;
import dev.trendlake.access.Users;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Users in the DynamoDB table of projects. Safe for use by several threads. */
public final class DynamoDbUsers implements Users {
    private static final String COUNTER = "#last_id";
    private static final String LAST_ID = "last_id";

    private final DynamoDbClient client;
    private final String table;

    /** Takes the name of the table of projects. */
    public DynamoDbUsers(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<User> find(String uuid) {
        if (!Values.fitsInKey(uuid)) {
            return Optional.empty();
        }
        Map<String, AttributeValue> item =
                Refusals.told(() ->
                                client.getItem(request ->
                                        request.tableName(table).key(UserItem.keyOf(uuid))))
                        .item();
        return item.isEmpty() || uuid.equals(COUNTER)
                ? Optional.empty()
                : Optional.of(UserItem.read(new Item(item)));
    }

    @Override
    public List<User> all() {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#project = :users")
                        .expressionAttributeNames(Map.of("#project", ProjectItem.PROJECT))
                        .expressionAttributeValues(Map.of(":users", Values.text(UserItem.USERS)))
                        .build();
        return Refusals.told(() ->
                client.queryPaginator(query).items().stream()
                        .map(Item::new)
                        .filter(item -> !item.text(ProjectItem.ITEM).equals(COUNTER))
                        .map(UserItem::read)
                        .toList());
    }

    /** Keeps a user, in place of the one with the same UUID. */
    public void save(User user) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(UserItem.keyOf(user.uuid()));
        item.putAll(UserItem.attributes(user));
        client.putItem(request -> request.tableName(table).item(item));
    }

    /** A number that no user has had. */
    public long nextId() {
        return new Item(
                        client.updateItem(request ->
                                        request.tableName(table)
                                                .key(UserItem.keyOf(COUNTER))
                                                .updateExpression("ADD #last :one")
                                                .expressionAttributeNames(Map.of("#last", LAST_ID))
                                                .expressionAttributeValues(
                                                        Map.of(":one", Values.number(1)))
                                                .returnValues(ReturnValue.UPDATED_NEW))
                                .attributes())
                .number(LAST_ID);
    }
}
