package dev.trendlake.local.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.trendlake.local.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API (2018-06-01) for one process: hands out one event at a time and takes what
 * became of it.
 */
final class RuntimeApi implements AutoCloseable {
    /** Lambda's limit of a payload, in bytes: 6 MB and some. */
    static final int PAYLOAD_LIMIT = 6_291_556;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String OK = "{\"status\":\"OK\"}";

    private final SynchronousQueue<Invocation> queue = new SynchronousQueue<>();
    private final AtomicReference<@Nullable Invocation> current = new AtomicReference<>();
    private final CompletableFuture<Outcome> failedStart = new CompletableFuture<>();
    private final String functionArn;
    private final Duration timeout;
    private final InstantSource clock;
    private final LoopbackServer server;

    RuntimeApi(String functionArn, Duration timeout, InstantSource clock) {
        this.functionArn = functionArn;
        this.timeout = timeout;
        this.clock = clock;
        this.server = LoopbackServer.start(0, this::handle);
    }

    /** Host and port, for {@code AWS_LAMBDA_RUNTIME_API}. */
    String authority() {
        return server.authority();
    }

    /** Completes when the runtime reports that it could not start the function. */
    CompletableFuture<Outcome> failedStart() {
        return failedStart;
    }

    /** Waits until the runtime asks for an event, and gives it this one. */
    void hand(Invocation invocation) throws InterruptedException {
        queue.put(invocation);
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            String path = exchange.getRequestURI().getPath();
            if (!path.startsWith(ROOT)) {
                respond(exchange, 404, "{\"errorMessage\":\"no such path\"}");
                return;
            }
            answer(exchange, path.substring(ROOT.length()));
        } catch (InterruptedException e) {
            // The server is being closed; so is the process that waits here.
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String path)
            throws IOException, InterruptedException {
        byte[] payload = exchange.getRequestBody().readNBytes(PAYLOAD_LIMIT + 1);
        if (path.equals("invocation/next")) {
            next(exchange);
            return;
        }
        if (path.equals("init/error")) {
            failedStart.complete(new Outcome.Failure(text(payload)));
            respond(exchange, 202, OK);
            return;
        }
        finish(exchange, path, payload);
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        Invocation invocation = queue.take();
        current.set(invocation);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set(
                "Lambda-Runtime-Deadline-Ms", Long.toString(clock.millis() + timeout.toMillis()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", traceId(invocation));
        headers.set("Content-Type", "application/json");
        invocation.taken().complete(null);
        byte[] event = invocation.event().getBytes(StandardCharsets.UTF_8);
        send(exchange, 200, event);
    }

    private void finish(HttpExchange exchange, String path, byte[] payload) throws IOException {
        Invocation invocation = current.get();
        if (invocation == null || !path.startsWith("invocation/" + invocation.requestId() + "/")) {
            respond(exchange, 400, "{\"errorType\":\"InvalidRequestID\"}");
            return;
        }
        Outcome outcome = outcome(path, payload);
        boolean tooLarge = payload.length > PAYLOAD_LIMIT;
        respond(exchange, tooLarge ? 413 : 202, OK);
        invocation.outcome().complete(tooLarge ? Failures.tooLarge(PAYLOAD_LIMIT) : outcome);
    }

    private static Outcome outcome(String path, byte[] payload) {
        return path.endsWith("/response")
                ? new Outcome.Answer(text(payload))
                : new Outcome.Failure(text(payload));
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }

    private static String traceId(Invocation invocation) {
        String hex = invocation.requestId().replace("-", "");
        return "Root=1-" + hex.substring(0, 8) + "-" + hex.substring(8) + ";Sampled=0";
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        // The stream is closed and not the exchange: that would close the connection too.
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
