package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * AWS JSON 1.1 over HTTP: headers, bodies and errors as the service gives them (spec: Athena, 1).
 */
final class AthenaProtocol implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(AthenaProtocol.class.getName());
    private static final String JSON = "application/x-amz-json-1.1";

    /** What answers an operation. */
    @FunctionalInterface
    interface Service {
        ObjectNode answer(Operation operation, RequestBody request) throws Refusal;
    }

    private final Service service;
    private final Faults faults;
    private final Calls calls;

    AthenaProtocol(Service service, Faults faults, Calls calls) {
        this.service = service;
        this.faults = faults;
        this.calls = calls;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!isJson(exchange)) {
                write(exchange, 404, "text/xml", "<UnknownOperationException/>\n");
                return;
            }
            answer(exchange, body);
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        Optional<Operation> operation =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                        .flatMap(Operation::ofTarget);
        if (operation.isEmpty()) {
            write(exchange, Refusal.unknownOperation());
            return;
        }
        calls.count(operation.get());
        try {
            ObjectNode answer = answer(operation.get(), body);
            // Closing without an answer closes the connection.
            if (!faults.takeLost(operation.get())) {
                write(exchange, 200, JSON, answer.toString());
            }
        } catch (Refusal refusal) {
            write(exchange, refusal);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the local Athena failed", e);
            write(exchange, Refusal.internal());
        }
    }

    private ObjectNode answer(Operation operation, byte[] body) throws Refusal {
        if (faults.takeThrottled(operation)) {
            throw Refusal.throttled();
        }
        if (faults.takeBroken(operation)) {
            throw Refusal.internal();
        }
        return service.answer(operation, RequestBody.parse(body));
    }

    private static boolean isJson(HttpExchange exchange) {
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        return exchange.getRequestMethod().equals("POST") && JSON.equals(contentType);
    }

    private static void write(HttpExchange exchange, Refusal refusal) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("__type", refusal.type());
        if (refusal.code() != null) {
            body.put("AthenaErrorCode", refusal.code()).put("ErrorCode", refusal.code());
        }
        if (refusal.reason() != null) {
            body.put("Reason", refusal.reason());
        }
        if (refusal.getMessage() != null) {
            body.put("Message", refusal.getMessage());
        }
        write(exchange, refusal.status(), JSON, body.toString());
    }

    private static void write(HttpExchange exchange, int status, String contentType, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream output = exchange.getResponseBody()) {
            output.write(bytes);
        }
    }
}
