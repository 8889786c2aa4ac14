package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import dev.trendlake.aws.dynamodb.DynamoDbApiKeys;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The whole stack from the checkout's own template, with the packaged functions. */
@Timeout(300)
final class LocalStackIT {
    private static final ApiKey KEY =
            new ApiKey("id", "label", List.of("insight:read"), List.of(1L), List.of(), true);

    @TempDir private Path directory = Path.of("");

    @Test
    void answersAndKeepsItsDataForTheNextStart() throws Exception {
        try (LocalStack stack = LocalStack.start(options())) {
            assertThat(status(stack, "phx_unknown")).isEqualTo(401);
            save(stack, "phx_known");
            assertThat(status(stack, "phx_known")).isEqualTo(404);
            assertThat(stack.invoke("FallbackFunction", "{}")).contains("\"statusCode\"");
            assertThatThrownBy(() -> LocalStack.start(options())).isInstanceOf(DataInUse.class);
        }
        try (LocalStack stack = LocalStack.start(options())) {
            assertThat(status(stack, "phx_known")).as("a key of no project").isEqualTo(404);
        }
    }

    private StackOptions options() {
        return StackOptions.of(Path.of("..").toAbsolutePath().normalize())
                .withData(directory.resolve("data"))
                .withLogs(directory.resolve("logs"));
    }

    private static void save(LocalStack stack, String key) {
        RunningStack running = stack.running();
        try (DynamoDbClient client = StackClients.dynamoDb(running.dynamoDb())) {
            new DynamoDbApiKeys(client, running.apiKeysTable())
                    .save(KeyHash.of(key), KEY, Instant.now());
        }
    }

    private static int status(LocalStack stack, String key)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                stack.running()
                                        .gateway()
                                        .resolve("/api/projects/1/insights/trend/"))
                        .header("authorization", "Bearer " + key)
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"events\":[{\"id\":\"a\"}]}"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }
}
