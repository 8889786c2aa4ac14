package dev.trendlake.local.stack;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyDetails;
import dev.trendlake.access.KeyHash;
import dev.trendlake.access.Membership;
import dev.trendlake.access.User;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import dev.trendlake.aws.dynamodb.DynamoDbUsers;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes keys for users of a running stack. */
final class TestKeys {
    private final RunningStack stack;

    TestKeys(RunningStack stack) {
        this.stack = stack;
    }

    /**
     * A client with a new key, which takes the place of the one that was made for the same name.
     *
     * @param name the user's, before the at sign of the address
     * @param projects those that the key is bound to; none for all
     */
    Client client(String name, Membership membership, List<Long> projects, String... scopes) {
        String key = "phx_key_of_" + name;
        User user = user(name, membership);
        try (StackClients clients = new StackClients(stack);
                DynamoDbClient dynamoDb = clients.dynamoDb()) {
            new DynamoDbUsers(dynamoDb, stack.projectsTable()).save(user);
            ApiKey record =
                    new ApiKey("id of " + name, name, List.of(scopes), projects, List.of(), true);
            new DynamoDbApiKeys(dynamoDb, stack.apiKeysTable())
                    .save(KeyHash.of(key), record.of(user), KeyDetails.maskOf(key), Instant.now());
        }
        return new Client(stack.gateway(), key);
    }

    static User user(String name, Membership membership) {
        String email = name + "@example.org";
        return new User(name.length() + 1_000L, User.uuidOf(email), email, name, membership);
    }
}
