package dev.trendlake.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** DynamoDB Local itself; its jars stay in the build folder from one run to the next. */
class LocalDynamoDbTest {
    private static final Path HOME = Path.of("target", "dynamodb-local");
    private static final Map<String, AttributeValue> ITEM =
            Map.of("id", AttributeValue.fromS("a"), "n", AttributeValue.fromN("7"));

    @BeforeEach
    void noTables() throws IOException {
        Path data = HOME.resolve("data");
        if (Files.isDirectory(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void keepsItemsOverARestart() {
        try (LocalDynamoDb dynamoDb = LocalDynamoDb.start(HOME, HOME.resolve("jars"), 0);
                DynamoDbClient client = clientOf(dynamoDb.endpoint())) {
            createTable(client);
            client.putItem(r -> r.tableName("things").item(ITEM));
        }
        try (LocalDynamoDb dynamoDb = LocalDynamoDb.start(HOME, HOME.resolve("jars"), 0);
                DynamoDbClient client = clientOf(dynamoDb.endpoint())) {
            assertThat(
                            client.getItem(r ->
                                            r.tableName("things")
                                                    .key(Map.of("id", AttributeValue.fromS("a"))))
                                    .item())
                    .isEqualTo(ITEM);
        }
    }

    @Test
    void forgetsWhatWasInMemory() {
        try (LocalDynamoDb dynamoDb = LocalDynamoDb.startInMemory(HOME, HOME.resolve("jars"), 0);
                DynamoDbClient client = clientOf(dynamoDb.endpoint())) {
            createTable(client);
            assertThat(client.listTables().tableNames()).containsExactly("things");
        }
        try (LocalDynamoDb dynamoDb = LocalDynamoDb.startInMemory(HOME, HOME.resolve("jars"), 0);
                DynamoDbClient client = clientOf(dynamoDb.endpoint())) {
            assertThat(client.listTables().tableNames()).isEqualTo(List.of());
        }
    }

    @Test
    void takesAnEndpointThatIsThere() {
        URI endpoint = URI.create("http://127.0.0.1:8000");
        try (DynamoDbEndpoint existing = DynamoDbEndpoint.existing(endpoint)) {
            assertThat(existing.endpoint()).isEqualTo(endpoint);
        }
    }

    private static void createTable(DynamoDbClient client) {
        client.createTable(r ->
                r.tableName("things")
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                AttributeDefinition.builder()
                                        .attributeName("id")
                                        .attributeType(ScalarAttributeType.S)
                                        .build())
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("id")
                                        .keyType(KeyType.HASH)
                                        .build()));
    }

    private static DynamoDbClient clientOf(URI endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .httpClient(UrlConnectionHttpClient.create())
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .build();
    }
}
