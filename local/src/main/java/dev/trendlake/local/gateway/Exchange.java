package dev.trendlake.local.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One request of the JDK's server, read and answered. */
final class Exchange {
    // " HTTP/1.1" and the end of the line.
    private static final int REST_OF_REQUEST_LINE = 12;
    // The colon, the blank and the end of the line.
    private static final int REST_OF_HEADER_LINE = 4;

    private final HttpExchange exchange;
    private final String target;
    private final String id;

    Exchange(HttpExchange exchange, String id) {
        this.exchange = exchange;
        // Not the parts of the URI: for it, //a/b is the path /b on the host a.
        this.target = exchange.getRequestURI().toString();
        this.id = id;
    }

    /** The bytes of request line and headers. */
    int headerBytes() {
        int size = exchange.getRequestMethod().length() + target.length() + REST_OF_REQUEST_LINE;
        for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
            for (String value : header.getValue()) {
                size += header.getKey().length() + value.length() + REST_OF_HEADER_LINE;
            }
        }
        return size;
    }

    /** Reads the body, at most so many bytes. */
    ByteBuffer body(int limit) throws IOException {
        return ByteBuffer.wrap(exchange.getRequestBody().readNBytes(limit));
    }

    /** The whole request. */
    GatewayRequest request(ByteBuffer body, Instant time) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        return new GatewayRequest(
                exchange.getRequestMethod(),
                decoded(path),
                question < 0 ? "" : target.substring(question + 1),
                exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                exchange.getRequestHeaders(),
                body,
                time,
                id);
    }

    /** Sends the response. */
    void send(GatewayResponse response) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        response.headers().forEach(headers::put);
        headers.set("apigw-requestid", id);
        ByteBuffer body = response.body().duplicate();
        if (!mayHaveBody(response.status()) || !body.hasRemaining()) {
            exchange.sendResponseHeaders(response.status(), -1);
            return;
        }
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        exchange.sendResponseHeaders(response.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private boolean mayHaveBody(int status) {
        return !exchange.getRequestMethod().equals("HEAD") && status != 204 && status != 304;
    }

    private static String decoded(String path) {
        // A plus is a plus in a path.
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
