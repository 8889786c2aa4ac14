package dev.trendlake.local.firehose;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.trendlake.local.http.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Firehose's API for putting records (2015-08-04, JSON), over streams that write to S3. Signatures
 * are not checked.
 */
public final class LocalFirehose implements AutoCloseable {
    private static final String TARGET = "Firehose_20150804.PutRecordBatch";

    private final Map<String, StreamDelivery> streams = new LinkedHashMap<>();
    private final FirehoseFaults faults = new FirehoseFaults();
    private final String account;
    private final LoopbackServer server;

    private LocalFirehose(
            Collection<DeliveryStream> definitions, Path folder, ObjectSink sink, String account) {
        this.account = account;
        for (DeliveryStream stream : definitions) {
            streams.put(
                    stream.name(),
                    new StreamDelivery(
                            stream, folder.resolve(stream.name()), sink, InstantSource.system()));
        }
        this.server = LoopbackServer.start(0, this::handle);
    }

    /**
     * Starts it on a free port.
     *
     * @param folder keeps the records that are in no object yet
     * @param sink takes the objects
     * @param account whose streams they are said to be
     */
    public static LocalFirehose start(
            Collection<DeliveryStream> streams, Path folder, ObjectSink sink, String account) {
        LocalFirehose started = new LocalFirehose(streams, folder, sink, account);
        started.streams.values().forEach(StreamDelivery::start);
        return started;
    }

    /** Where it answers. */
    public URI endpoint() {
        return server.endpoint();
    }

    /** What is to go wrong. */
    public FirehoseFaults faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
        streams.values().forEach(StreamDelivery::close);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        try {
            if (!TARGET.equals(target)) {
                throw FirehoseError.unknownOperation(String.valueOf(target));
            }
            respond(exchange, 200, put(PutRecordBatch.parse(body)));
        } catch (FirehoseError e) {
            ObjectNode error = JsonNodeFactory.instance.objectNode();
            error.put("__type", e.type()).put("message", e.text());
            respond(exchange, e.status(), error);
        }
    }

    private ObjectNode put(PutRecordBatch request) throws FirehoseError {
        StreamDelivery stream = streams.get(request.stream());
        if (stream == null) {
            throw FirehoseError.noStream(request.stream(), account);
        }
        if (faults.refusesCall()) {
            throw FirehoseError.unavailable();
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode responses = JsonNodeFactory.instance.arrayNode();
        List<byte[]> taken = new ArrayList<>();
        for (byte[] data : request.records()) {
            responses.add(take(data, taken));
        }
        if (!taken.isEmpty()) {
            stream.accept(taken);
        }
        answer.put("FailedPutCount", request.records().size() - taken.size());
        answer.put("Encrypted", true);
        answer.set("RequestResponses", responses);
        return answer;
    }

    private ObjectNode take(byte[] data, List<byte[]> taken) {
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        if (faults.failsRecord()) {
            return response.put("ErrorCode", "ServiceUnavailableException")
                    .put("ErrorMessage", "Slow down.");
        }
        taken.add(data);
        return response.put("RecordId", UUID.randomUUID().toString());
    }

    private static void respond(HttpExchange exchange, int status, ObjectNode answer)
            throws IOException {
        byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
