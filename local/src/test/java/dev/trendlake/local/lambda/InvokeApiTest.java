package dev.trendlake.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class InvokeApiTest {
    @TempDir private Path directory = Path.of("");

    @Test
    void answersLikeLambdasInvokeAction() throws Exception {
        try (LocalLambda lambda = lambda();
                InvokeApi api = InvokeApi.start(lambda, 0)) {
            HttpResponse<String> answer = post(api, "stack-HelloFunction", "{\"a\":1}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"event\":{\"a\":1}");
            assertThat(answer.headers().firstValue(InvokeApi.FUNCTION_ERROR)).isEmpty();

            HttpResponse<String> failure = post(api, "HelloFunction", "\"fail\"");
            assertThat(failure.statusCode()).isEqualTo(200);
            assertThat(failure.headers().firstValue(InvokeApi.FUNCTION_ERROR))
                    .contains("Unhandled");

            HttpResponse<String> unknown = post(api, "OtherFunction", "{}");
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(unknown.headers().firstValue("x-amzn-ErrorType"))
                    .contains("ResourceNotFoundException");
            assertThat(unknown.body()).contains("there are HelloFunction");
        }
    }

    private LocalLambda lambda() throws IOException {
        return LocalLambda.of(
                List.of(FunctionJar.definition(FunctionJar.build(directory), 10, Map.of())),
                FunctionJar.settings(directory, 1, false));
    }

    private static HttpResponse<String> post(InvokeApi api, String function, String event)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = api.endpoint().resolve(InvokeApi.path(function));
            HttpRequest request =
                    HttpRequest.newBuilder(uri)
                            .POST(HttpRequest.BodyPublishers.ofString(event))
                            .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
