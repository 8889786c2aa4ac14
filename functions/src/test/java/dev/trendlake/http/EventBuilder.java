package dev.trendlake.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/** Builds events of API Gateway for tests. */
public final class EventBuilder {
    private final ObjectNode event = JsonFormat.object();

    private EventBuilder(String method, String path) {
        event.put("rawPath", path).put("rawQueryString", "").putObject("headers");
        ObjectNode context = event.putObject("requestContext");
        context.put("domainName", "example.org").put("requestId", "request-1");
        context.put("stage", "$default").put("timeEpoch", 1_432_209_600_000L);
        context.putObject("http").put("method", method);
    }

    public static EventBuilder get(String path) {
        return new EventBuilder("GET", path);
    }

    public static EventBuilder post(String path) {
        return new EventBuilder("POST", path);
    }

    public static EventBuilder of(String method, String path) {
        return new EventBuilder(method, path);
    }

    public EventBuilder query(String query) {
        event.put("rawQueryString", query);
        return this;
    }

    public EventBuilder header(String name, String value) {
        event.withObject("headers").put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    public EventBuilder key(String key) {
        return header("authorization", "Bearer " + key);
    }

    public EventBuilder json(String body) {
        return body("application/json", body);
    }

    public EventBuilder body(String contentType, String body) {
        event.put("body", body);
        return header("content-type", contentType);
    }

    public EventBuilder base64Body(String contentType, String body) {
        event.put("isBase64Encoded", true);
        return body(contentType, body);
    }

    public EventBuilder context(String name, String value) {
        event.withObject("requestContext").put(name, value);
        return this;
    }

    public EventBuilder withoutTime() {
        event.withObject("requestContext").remove("timeEpoch");
        return this;
    }

    public String text() {
        return event.toString();
    }

    public HttpRequest decoded() {
        return GatewayEvent.decode(text(), Instant.EPOCH);
    }
}
