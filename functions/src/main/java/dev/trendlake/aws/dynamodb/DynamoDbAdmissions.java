package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.Admission;
import dev.trendlake.access.Admissions;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys and projects in DynamoDB, both in one call. Safe for use by several threads. */
public final class DynamoDbAdmissions implements Admissions {
    private final BatchRead read;
    private final String apiKeysTable;
    private final String projectsTable;
    private final LastUse lastUse;

    /**
     * Takes the tables' names.
     *
     * @param clock tells when a key was last used
     */
    public DynamoDbAdmissions(
            DynamoDbClient client, String apiKeysTable, String projectsTable, InstantSource clock) {
        // A key that was revoked a moment ago opens nothing any more.
        this.read = new BatchRead(client, Set.of(apiKeysTable));
        this.apiKeysTable = apiKeysTable;
        this.projectsTable = projectsTable;
        this.lastUse = new LastUse(client, apiKeysTable, clock);
    }

    @Override
    public Admission find(KeyHash key, long projectId) {
        return admission(
                key,
                Map.of(
                        apiKeysTable, List.of(ApiKeyItem.keyOf(key)),
                        projectsTable, ProjectItem.keysOf(projectId)));
    }

    @Override
    public Admission find(KeyHash key) {
        return admission(key, Map.of(apiKeysTable, List.of(ApiKeyItem.keyOf(key))));
    }

    private Admission admission(
            KeyHash hash, Map<String, List<Map<String, AttributeValue>>> wanted) {
        Map<String, List<Item>> found = read.items(wanted);
        List<Item> keys = found.getOrDefault(apiKeysTable, List.of());
        ApiKey key = keys.isEmpty() ? null : ApiKeyItem.read(keys.getFirst());
        if (key != null && key.active()) {
            lastUse.note(hash, keys.getFirst());
        }
        return new Admission(
                key,
                DynamoDbProjects.project(found.getOrDefault(projectsTable, List.of()))
                        .orElse(null));
    }
}
