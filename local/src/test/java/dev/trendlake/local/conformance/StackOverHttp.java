package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/**
 * A stack whose functions are called by requests to its gateway, one at a time, each at the moment
 * that its event names.
 */
final class StackOverHttp implements Stack {
    private final Stack stack;
    private final MovableClock clock;
    private final HttpClient http = HttpClient.newHttpClient();

    StackOverHttp(Stack stack, MovableClock clock) {
        this.stack = stack;
        this.clock = clock;
    }

    @Override
    public RunningStack running() {
        return stack.running();
    }

    @Override
    public synchronized String invoke(String function, String event) throws InterruptedException {
        try {
            JsonNode payload = CaseJson.MAPPER.readTree(event);
            clock.set(Instant.ofEpochMilli(payload.at("/requestContext/timeEpoch").asLong()));
            return answer(http.send(request(payload), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String functionOf(String method, String path) {
        return stack.functionOf(method, path);
    }

    @Override
    public void close() {
        http.close();
        stack.close();
    }

    private HttpRequest request(JsonNode payload) {
        String query = payload.path("rawQueryString").asText();
        String target = payload.path("rawPath").asText() + (query.isEmpty() ? "" : "?" + query);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(stack.running().gateway() + target))
                        .method(
                                payload.at("/requestContext/http/method").asText(),
                                payload.has("body")
                                        ? BodyPublishers.ofString(payload.path("body").asText())
                                        : BodyPublishers.noBody());
        payload.path("headers").properties().stream()
                .filter(header -> !header.getKey().equals("host"))
                .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
        return request.build();
    }

    private static String answer(HttpResponse<String> response) {
        ObjectNode answer = CaseJson.MAPPER.createObjectNode();
        answer.put("statusCode", response.statusCode());
        answer.putObject("headers")
                .put("content-type", response.headers().firstValue("content-type").orElse(""));
        return answer.put("body", response.body()).toString();
    }
}
