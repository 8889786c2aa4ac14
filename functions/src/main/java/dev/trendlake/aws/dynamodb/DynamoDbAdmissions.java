package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.Admission;
import dev.trendlake.access.Admissions;
import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyDetails;
import dev.trendlake.access.KeyHash;
import dev.trendlake.access.RuledProject;
import dev.trendlake.access.Usage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys and projects in DynamoDB, both in one call. Safe for use by several threads. */
public final class DynamoDbAdmissions implements Admissions {
    private final BatchRead read;
    private final DynamoDbProjects projects;
    private final AdmissionTables tables;
    private final boolean readsUsage;
    private final LastUse lastUse;

    /**
     * Takes the tables' names.
     *
     * @param readsUsage whether it is asked what keys have asked for of late
     * @param clock tells when a key was last used
     */
    public DynamoDbAdmissions(
            DynamoDbClient client,
            AdmissionTables tables,
            boolean readsUsage,
            InstantSource clock) {
        this.read = new BatchRead(client);
        this.projects = new DynamoDbProjects(client, tables.projects());
        this.tables = tables;
        this.readsUsage = readsUsage;
        this.lastUse = new LastUse(client, tables.apiKeys(), clock);
    }

    @Override
    public Admission find(KeyHash key, long projectId, Instant now) {
        Map<String, List<Map<String, AttributeValue>>> wanted = new HashMap<>();
        wanted.put(tables.apiKeys(), List.of(ApiKeyItem.keyOf(key)));
        wanted.put(tables.projects(), ProjectItem.keysOf(projectId));
        if (readsUsage) {
            wanted.put(tables.results(), List.of(UsageItem.keyOf(key, now)));
        }
        return admission(key, wanted, now);
    }

    @Override
    public Admission find(KeyHash key) {
        return admission(
                key, Map.of(tables.apiKeys(), List.of(ApiKeyItem.keyOf(key))), Instant.EPOCH);
    }

    @Override
    public List<RuledProject> projects() {
        return projects.all();
    }

    private Admission admission(
            KeyHash hash, Map<String, List<Map<String, AttributeValue>>> wanted, Instant now) {
        Map<String, List<Item>> found = read.items(wanted);
        Optional<Item> keyItem =
                found.getOrDefault(tables.apiKeys(), List.of()).stream().findFirst();
        Optional<ApiKey> key = keyItem.map(ApiKeyItem::read);
        if (key.filter(ApiKey::active).isPresent()) {
            lastUse.note(hash, keyItem.get());
        }
        return new Admission(
                key.orElse(null),
                keyItem.map(ApiKeyItem::details).orElseGet(KeyDetails::unknown),
                DynamoDbProjects.project(found.getOrDefault(tables.projects(), List.of()))
                        .orElse(null),
                found.getOrDefault(tables.results(), List.of()).stream()
                        .findFirst()
                        .map(item -> UsageItem.read(item, now))
                        .orElseGet(Usage::none));
    }
}
