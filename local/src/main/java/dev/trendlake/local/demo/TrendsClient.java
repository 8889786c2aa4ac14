package dev.trendlake.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the API as any client does: over HTTP, with a key. */
final class TrendsClient implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI trends;
    private final String key;

    TrendsClient(URI gateway, long projectId, String key) {
        this.trends = gateway.resolve("/api/projects/%d/insights/trend".formatted(projectId));
        this.key = key;
    }

    URI address() {
        return trends;
    }

    Trends ask(Question question) throws DemoFailed, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(trends + "?" + question.queryString()))
                        .header("Authorization", "Bearer " + key)
                        .timeout(Duration.ofMinutes(1))
                        .build();
        try {
            long start = System.nanoTime();
            HttpResponse<String> response =
                    http.send(request, HttpResponse.BodyHandlers.ofString());
            return trends(response, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new DemoFailed("the API does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static Trends trends(HttpResponse<String> response, Duration took)
            throws DemoFailed, IOException {
        JsonNode result = MAPPER.readTree(response.body()).path("result");
        if (response.statusCode() != 200 || !result.isArray()) {
            throw new DemoFailed(
                    "the API answered %d: %s".formatted(response.statusCode(), response.body()));
        }
        String execution = response.headers().firstValue("x-trendlake-execution-id").orElse("");
        return new Trends(result.valueStream().toList(), execution, took);
    }
}
