package dev.trendlake.local.gateway;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came in.
 *
 * @param method the HTTP method
 * @param path the decoded path
 * @param rawQuery the query string as sent, without its question mark; empty without one
 * @param protocol {@code HTTP/1.1}
 * @param sourceIp the caller's address
 * @param headers the headers by lower-case name, values in the order sent
 * @param body the body's bytes
 * @param time when the request was taken
 * @param id the gateway's id of it
 */
record GatewayRequest(
        String method,
        String path,
        String rawQuery,
        String protocol,
        String sourceIp,
        Map<String, List<String>> headers,
        ByteBuffer body,
        Instant time,
        String id) {

    GatewayRequest {
        Map<String, List<String>> lowerCase = new LinkedHashMap<>();
        headers.forEach((name, values) ->
                lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = lowerCase;
        body = body.asReadOnlyBuffer();
    }

    /** A header's values, joined by commas as the gateway does; empty without it. */
    String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    /** The body's bytes. */
    byte[] bytes() {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        return bytes;
    }
}
