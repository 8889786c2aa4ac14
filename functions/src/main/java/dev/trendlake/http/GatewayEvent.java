package dev.trendlake.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The event that API Gateway's HTTP API sends to a function: payload format 2.0. */
public final class GatewayEvent {
    private static final String DEFAULT_STAGE = "$default";

    private GatewayEvent() {}

    /**
     * Decodes an event.
     *
     * @param now stands in for the time of an event that carries none
     * @throws IllegalArgumentException when the text is not JSON: it then came from no gateway
     */
    public static HttpRequest decode(String text, Instant now) {
        JsonNode event = parsed(text);
        JsonNode context = event.path("requestContext");
        return new HttpRequest(
                context.path("requestId").asText(""),
                receivedAt(context, now),
                context.path("http").path("method").asText("").toUpperCase(Locale.ROOT),
                context.path("domainName").asText(""),
                path(event, context.path("stage").asText(DEFAULT_STAGE)),
                event.path("rawQueryString").asText(""),
                headers(event.path("headers")),
                context.path("http").path("sourceIp").asText(""),
                new EncodedBody(
                        event.path("body").asText(""),
                        event.path("isBase64Encoded").asBoolean(false)));
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonFormat.read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the event is not JSON", e);
        }
    }

    private static Instant receivedAt(JsonNode context, Instant now) {
        long milliseconds = context.path("timeEpoch").asLong(0);
        return milliseconds == 0 ? now : Instant.ofEpochMilli(milliseconds);
    }

    // The gateway's own host puts the name of the stage in front, unless it is the default one.
    private static String path(JsonNode event, String stage) {
        String path = event.path("rawPath").asText("");
        String prefix = "/" + stage;
        if (stage.equals(DEFAULT_STAGE) || !path.startsWith(prefix + "/")) {
            return path;
        }
        return path.substring(prefix.length());
    }

    private static Map<String, String> headers(JsonNode headers) {
        Map<String, String> byName = new LinkedHashMap<>();
        headers.properties()
                .forEach(header ->
                        byName.put(
                                header.getKey().toLowerCase(Locale.ROOT),
                                header.getValue().asText("")));
        return byName;
    }
}
