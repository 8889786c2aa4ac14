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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keys and projects in DynamoDB, both in one call. Safe for use by several threads. */
public final class DynamoDbAdmissions implements Admissions {
    private final DynamoDbClient client;
    private final ReadAhead ahead;
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
        this(client, tables, readsUsage, clock, new ReadAhead());
    }

    /** Takes what a request will need besides, too. */
    public DynamoDbAdmissions(
            DynamoDbClient client,
            AdmissionTables tables,
            boolean readsUsage,
            InstantSource clock,
            ReadAhead ahead) {
        this.client = client;
        this.ahead = ahead;
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
        Map<String, List<Map<String, AttributeValue>>> expected = ahead.expected();
        expected.forEach((table, keys) -> wanted.merge(table, keys, DynamoDbAdmissions::both));
        return admission(key, wanted, expected.keySet(), now);
    }

    @Override
    public Admission find(KeyHash key) {
        return admission(
                key,
                Map.of(tables.apiKeys(), List.of(ApiKeyItem.keyOf(key))),
                Set.of(),
                Instant.EPOCH);
    }

    @Override
    public List<RuledProject> projects() {
        return projects.all();
    }

    private Admission admission(
            KeyHash hash,
            Map<String, List<Map<String, AttributeValue>>> wanted,
            Set<String> expected,
            Instant now) {
        Map<String, List<Item>> found = ahead.others(read(expected).items(wanted));
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

    // A key that was revoked a moment ago opens nothing any more; results and versions are as
    // exact.
    private BatchRead read(Set<String> expected) {
        Set<String> exact = new HashSet<>(expected);
        exact.add(tables.apiKeys());
        return new BatchRead(client, exact);
    }

    private static List<Map<String, AttributeValue>> both(
            List<Map<String, AttributeValue>> some, List<Map<String, AttributeValue>> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
