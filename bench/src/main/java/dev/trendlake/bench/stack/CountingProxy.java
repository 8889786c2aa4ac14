package dev.trendlake.bench.stack;

import com.sun.net.httpserver.HttpExchange;
import dev.trendlake.local.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Stands before an AWS endpoint of the JSON protocol and counts what is asked of it. */
final class CountingProxy implements AutoCloseable {
    private static final String OPERATION = "X-Amz-Target";
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "date", "expect", "host", "transfer-encoding");

    private final URI target;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final LoopbackServer server;

    private CountingProxy(URI target) {
        this.target = target;
        this.server = LoopbackServer.start(0, this::handle);
    }

    static CountingProxy before(URI target) {
        return new CountingProxy(target);
    }

    URI endpoint() {
        return server.endpoint();
    }

    /** How often an operation was asked for since the last call of {@link #takeCounts}. */
    synchronized int count(String operation) {
        return counts.getOrDefault(operation, 0);
    }

    /** What was asked since the last call of this, for example {@code 2 GetItem, 1 PutItem}. */
    synchronized String takeCounts() {
        String text =
                counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
        counts.clear();
        return text.isEmpty() ? "none" : text;
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        add(exchange.getRequestHeaders().getFirst(OPERATION));
        try {
            send(exchange, http.send(forwarded(exchange), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void add(String operation) {
        counts.merge(operation.substring(operation.indexOf('.') + 1), 1, Integer::sum);
    }

    private HttpRequest forwarded(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (isHandedOn(name)) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return request.build();
    }

    private static void send(HttpExchange exchange, HttpResponse<byte[]> response)
            throws IOException {
        response.headers()
                .map()
                .forEach((name, values) -> {
                    if (isHandedOn(name)) {
                        exchange.getResponseHeaders().put(name, values);
                    }
                });
        exchange.sendResponseHeaders(response.statusCode(), response.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(response.body());
        }
    }

    private static boolean isHandedOn(String header) {
        return !OF_THE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }
}
