package dev.trendlake.local.queue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.trendlake.local.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * SQS's API in its JSON form, so that {@code aws sqs} and {@code trendlake queues} look into the
 * queues of a running stack. Signatures are not checked.
 */
public final class SqsApi implements AutoCloseable {
    private static final String SERVICE = "AmazonSQS.";

    private final SqsActions actions;
    private final LoopbackServer server;
    private final ObjectMapper mapper = new ObjectMapper();

    private SqsApi(LocalQueues queues, int port) {
        this.actions = new SqsActions(queues, this::endpoint);
        this.server = LoopbackServer.start(port, this::handle);
    }

    /** Starts it on a port, or on any free one for 0. */
    public static SqsApi start(LocalQueues queues, int port) {
        return new SqsApi(queues, port);
    }

    /** Where it answers. */
    public URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        try {
            String action = target.startsWith(SERVICE) ? target.substring(SERVICE.length()) : "";
            respond(exchange, 200, actions.call(action, request(body)));
        } catch (SqsError e) {
            ObjectNode error = mapper.createObjectNode();
            error.put("__type", e.type()).put("message", e.text());
            respond(exchange, 400, error);
        } catch (InterruptedException e) {
            // The stack ends while somebody waits for a message.
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode request(byte[] body) throws SqsError, IOException {
        try {
            return mapper.readTree(body);
        } catch (JacksonException e) {
            throw SqsError.invalid("the request is not JSON: " + e.getOriginalMessage());
        }
    }

    private static void respond(HttpExchange exchange, int status, ObjectNode answer)
            throws IOException {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
