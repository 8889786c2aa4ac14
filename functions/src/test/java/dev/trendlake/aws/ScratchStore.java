package dev.trendlake.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Empty tables and an empty bucket for one test. */
record ScratchStore(
        S3Client s3,
        String apiKeysTable,
        String projectsTable,
        String resultsTable,
        String partitionsTable,
        String bucket) {

    static ScratchStore in(DynamoDbClient dynamoDb, S3Client s3) {
        String suffix = UUID.randomUUID().toString();
        ScratchStore store =
                new ScratchStore(
                        s3,
                        "keys-" + suffix,
                        "projects-" + suffix,
                        "results-" + suffix,
                        "partitions-" + suffix,
                        "bucket-" + suffix);
        makeTable(dynamoDb, store.apiKeysTable, "key_hash");
        makeTable(dynamoDb, store.projectsTable, "project", "item");
        makeTable(dynamoDb, store.resultsTable, "project", "query_key");
        makeTable(dynamoDb, store.partitionsTable, "project", "partition");
        s3.createBucket(request -> request.bucket(store.bucket));
        return store;
    }

    /** The keys of all objects. */
    List<String> objects() {
        return s3.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    void removeObjects() {
        objects().forEach(key -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
    }

    private static void makeTable(DynamoDbClient dynamoDb, String table, String... keys) {
        List<KeySchemaElement> schema = new ArrayList<>();
        List<AttributeDefinition> attributes = new ArrayList<>();
        for (String key : keys) {
            KeyType type = schema.isEmpty() ? KeyType.HASH : KeyType.RANGE;
            schema.add(KeySchemaElement.builder().attributeName(key).keyType(type).build());
            attributes.add(
                    AttributeDefinition.builder()
                            .attributeName(key)
                            .attributeType(ScalarAttributeType.S)
                            .build());
        }
        dynamoDb.createTable(request ->
                request.tableName(table)
                        .keySchema(schema)
                        .attributeDefinitions(attributes)
                        .billingMode(BillingMode.PAY_PER_REQUEST));
        dynamoDb.waiter().waitUntilTableExists(request -> request.tableName(table));
    }
}
