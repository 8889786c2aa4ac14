package dev.trendlake.aws.firehose;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Speaks what our client needs of Firehose's protocol, checks its limits as the service model and
 * the guide state them (spec: AWS, Firehose), and refuses on command.
 */
final class FirehoseServer implements AutoCloseable {
    static final String STREAM = "captured";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST_RECORD_BYTES = 1_000 * 1_024;
    private static final int MOST_CALL_BYTES = 4 * 1024 * 1024;

    /** How a call is refused: its status and error, or the records of it that are. */
    record Refusal(int status, String error, List<Integer> records) {}

    final List<Map<String, List<String>>> headers = new ArrayList<>();
    final List<Integer> recordCounts = new ArrayList<>();
    final Deque<Refusal> refusals = new ArrayDeque<>();
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final HttpServer server;

    FirehoseServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    String arrived() {
        return arrived.toString(UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        headers.add(Map.copyOf(exchange.getRequestHeaders()));
        Refusal refusal = refusals.isEmpty() ? new Refusal(200, "", List.of()) : refusals.poll();
        ObjectNode answer = MAPPER.createObjectNode();
        int status = status(body, refusal, answer);
        byte[] text = answer.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private int status(byte[] body, Refusal refusal, ObjectNode answer) throws IOException {
        JsonNode input = MAPPER.readTree(body);
        if (refusal.status() != 200) {
            answer.put("__type", refusal.error()).put("message", "as told");
            return refusal.status();
        }
        if (!input.path("DeliveryStreamName").asText().equals(STREAM)) {
            answer.put("__type", "com.amazonaws.firehose#ResourceNotFoundException");
            return 400;
        }
        if (body.length > MOST_CALL_BYTES || input.path("Records").size() > 500) {
            answer.put("__type", "InvalidArgumentException").put("message", "too large");
            return 400;
        }
        return take(input.path("Records"), refusal, answer);
    }

    private int take(JsonNode records, Refusal refusal, ObjectNode answer) throws IOException {
        recordCounts.add(records.size());
        answer.put("FailedPutCount", refusal.records().size());
        for (int place = 0; place < records.size(); place++) {
            byte[] data = records.path(place).path("Data").binaryValue();
            if (data.length > MOST_RECORD_BYTES) {
                answer.removeAll();
                answer.put("__type", "InvalidArgumentException").put("message", "record");
                return 400;
            }
            ObjectNode response = answer.withArray("RequestResponses").addObject();
            if (refusal.records().contains(place)) {
                response.put("ErrorCode", refusal.error()).put("ErrorMessage", "slow down");
            } else {
                response.put("RecordId", "record-" + place);
                arrived.write(data);
            }
        }
        return 200;
    }
}
