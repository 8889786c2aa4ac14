package dev.trendlake.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes back to the caller.
 *
 * @param status 200 to 599
 * @param headers the headers by lower-case name
 * @param body the body's bytes
 */
record GatewayResponse(int status, Map<String, List<String>> headers, ByteBuffer body) {
    GatewayResponse {
        headers = new LinkedHashMap<>(headers);
        body = body.asReadOnlyBuffer();
    }

    /** The gateway's own answer: {@code {"message": …}}. */
    static GatewayResponse message(int status, String message) {
        String body = JsonNodeFactory.instance.objectNode().put("message", message).toString();
        return json(status, body);
    }

    /** A response without a body. */
    static GatewayResponse empty(int status, Map<String, List<String>> headers) {
        return new GatewayResponse(status, headers, ByteBuffer.allocate(0));
    }

    /** A JSON text. */
    static GatewayResponse json(int status, String body) {
        return new GatewayResponse(
                status,
                Map.of("content-type", List.of("application/json")),
                ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** What callers learn of a function that failed. */
    static GatewayResponse internalServerError() {
        return message(500, "Internal Server Error");
    }
}
