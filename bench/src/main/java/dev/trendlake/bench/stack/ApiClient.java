package dev.trendlake.bench.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a gateway for trends, one request after the other over one connection. */
public final class ApiClient implements AutoCloseable {
    private static final int STILL_RUNNING = 503;
    private static final int PATIENCE = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI trends;

    public ApiClient(URI gateway) {
        this.trends = gateway.resolve("/api/projects/%d/insights/trend".formatted(BenchProject.ID));
    }

    /**
     * Asks a question, and again as long as the engine is still at work on it.
     *
     * @param filter the request's body, JSON
     * @throws IllegalStateException when the answer isn't 200
     */
    public Answered ask(String filter) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(trends)
                        .header("Authorization", "Bearer " + BenchProject.KEY)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofMinutes(1))
                        .POST(HttpRequest.BodyPublishers.ofString(filter))
                        .build();
        long begin = System.nanoTime();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        for (int i = 0; i < PATIENCE && response.statusCode() == STILL_RUNNING; i++) {
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        String bytes = response.headers().firstValue("x-trendlake-bytes-scanned").orElse("0");
        String execution = response.headers().firstValue("x-trendlake-execution-id").orElse("");
        return new Answered(took, response.body(), Long.parseLong(bytes), execution);
    }

    @Override
    public void close() {
        http.close();
    }

    /**
     * An answer.
     *
     * @param took from sending the request to having all of the answer
     * @param body the answer, JSON
     * @param bytesScanned what the engine read; 0 for an answer that was kept
     * @param executionId the engine's name of what ran
     */
    public record Answered(Duration took, String body, long bytesScanned, String executionId) {}
}
