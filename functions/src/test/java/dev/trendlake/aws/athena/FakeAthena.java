package dev.trendlake.aws.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An Athena that answers over HTTP what a test has laid out for it, in the wire form of JSON 1.1:
 * errors are named in the body, and nowhere else (spec: Athena, 1).
 */
final class FakeAthena implements AutoCloseable {
    /** The execution that every start gives. */
    static final String EXECUTION = "6b1e3c1e-4d5a-4a0e-9f0e-0d6a5a2c9a11";

    private static final JsonMapper JSON = new JsonMapper();

    /** A call as it came in. */
    record Call(String operation, JsonNode body) {}

    private sealed interface Reply {
        record Answer(int status, String body) implements Reply {}

        record Hangup() implements Reply {}

        record Silence() implements Reply {}
    }

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Reply>> replies = new HashMap<>();

    FakeAthena() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    FakeAthena starts() {
        return answer(
                "StartQueryExecution",
                200,
                JSON.createObjectNode().put("QueryExecutionId", EXECUTION));
    }

    /** The next look finds this state. */
    FakeAthena state(String state) {
        return ends(state, null, null);
    }

    /** The next look finds the end, with an error of this category and type. */
    FakeAthena fails(String reason, int category, int type, boolean retryable) {
        return ends(
                "FAILED",
                reason,
                JSON.createObjectNode()
                        .put("ErrorCategory", category)
                        .put("ErrorType", type)
                        .put("Retryable", retryable)
                        .put("ErrorMessage", reason));
    }

    /** The next look finds the end, cancelled. */
    FakeAthena cancelled(String reason) {
        return ends("CANCELLED", reason, null);
    }

    private FakeAthena ends(String state, @Nullable String reason, @Nullable JsonNode error) {
        ObjectNode execution = JSON.createObjectNode();
        execution.put("QueryExecutionId", EXECUTION).put("Query", "SELECT 'logged'");
        ObjectNode status = execution.putObject("Status").put("State", state);
        status.put("SubmissionDateTime", 1795467600.123);
        if (reason != null) {
            status.put("StateChangeReason", reason);
        }
        if (error != null) {
            status.set("AthenaError", error);
        }
        execution
                .putObject("Statistics")
                .put("DataScannedInBytes", 12_345_678L)
                .put("QueryQueueTimeInMillis", 47)
                .put("EngineExecutionTimeInMillis", 900);
        return answer(
                "GetQueryExecution", 200, JSON.createObjectNode().set("QueryExecution", execution));
    }

    /** The next page has these rows, null standing for NULL. */
    FakeAthena page(
            @Nullable String nextToken, List<? extends List<? extends @Nullable String>> rows) {
        ObjectNode body = JSON.createObjectNode().put("UpdateCount", 0);
        ArrayNode list = body.putObject("ResultSet").putArray("Rows");
        for (List<? extends @Nullable String> row : rows) {
            ArrayNode data = list.addObject().putArray("Data");
            for (String value : row) {
                ObjectNode datum = data.addObject();
                if (value != null) {
                    datum.put("VarCharValue", value);
                }
            }
        }
        if (nextToken != null) {
            body.put("NextToken", nextToken);
        }
        return answer("GetQueryResults", 200, body);
    }

    /** The next call of this operation is refused. */
    FakeAthena refuses(
            String operation, int status, String type, String message, @Nullable String code) {
        ObjectNode body = JSON.createObjectNode().put("__type", type);
        if (code != null) {
            body.put("AthenaErrorCode", code).put("ErrorCode", code);
        }
        return answer(operation, status, body.put("Message", message));
    }

    /** The next call of this operation is taken, and the connection closed without an answer. */
    FakeAthena hangsUp(String operation) {
        replies(operation).add(new Reply.Hangup());
        return this;
    }

    /** The next call of this operation is taken, and never answered. */
    FakeAthena hangs(String operation) {
        replies(operation).add(new Reply.Silence());
        return this;
    }

    /** The calls of an operation, in the order of time. */
    List<Call> calls(String operation) {
        synchronized (calls) {
            return calls.stream().filter(call -> call.operation().equals(operation)).toList();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private FakeAthena answer(String operation, int status, JsonNode body) {
        replies(operation).add(new Reply.Answer(status, body.toString()));
        return this;
    }

    private Deque<Reply> replies(String operation) {
        return replies.computeIfAbsent(operation, name -> new ArrayDeque<>());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            reply(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reply(HttpExchange exchange) throws IOException, InterruptedException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String operation = target.substring(target.indexOf('.') + 1);
        calls.add(new Call(operation, JSON.readTree(exchange.getRequestBody())));
        switch (next(operation)) {
            case Reply.Answer(int status, String body) -> send(exchange, status, body);
            case Reply.Hangup() -> exchange.close();
            case Reply.Silence() -> closed.await();
        }
    }

    /** The last reply of an operation is given for ever. */
    private synchronized Reply next(String operation) {
        Deque<Reply> queue = replies(operation);
        if (queue.isEmpty()) {
            return new Reply.Answer(400, "{\"__type\":\"UnknownOperationException\"}");
        }
        return queue.size() > 1 ? queue.remove() : queue.element();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
