package dev.trendlake.local.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns what a function answered into a response (spec: AWS, API Gateway). */
final class AnswerReader {
    // The gateway decides on these; what a function says of them is dropped.
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "date", "transfer-encoding");

    private final ObjectMapper mapper = new ObjectMapper();

    /** The response; a malformed answer is an internal server error. */
    GatewayResponse read(String answer) {
        try {
            JsonNode json = mapper.readTree(answer);
            if (json.has("statusCode")) {
                return structured(json);
            }
            return GatewayResponse.json(200, json.isTextual() ? json.textValue() : answer);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return GatewayResponse.internalServerError();
        }
    }

    private static GatewayResponse structured(JsonNode json) {
        int status = json.path("statusCode").asInt(0);
        JsonNode body = json.path("body");
        boolean hasText = body.isTextual() || body.isMissingNode() || body.isNull();
        if (status < 200 || status > 599 || !hasText) {
            return GatewayResponse.internalServerError();
        }
        return new GatewayResponse(status, headers(json), ByteBuffer.wrap(bytes(json, body)));
    }

    private static byte[] bytes(JsonNode json, JsonNode body) {
        String text = body.asText("");
        return json.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> headers(JsonNode json) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> header : json.path("headers").properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!OWN_HEADERS.contains(name)) {
                headers.put(name, List.of(header.getValue().asText()));
            }
        }
        List<String> cookies = json.path("cookies").valueStream().map(JsonNode::asText).toList();
        if (!cookies.isEmpty()) {
            headers.put("set-cookie", cookies);
        }
        headers.putIfAbsent("content-type", List.of("text/plain;charset=UTF-8"));
        return headers;
    }
}
