package dev.trendlake.local.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A request as API Gateway hands it to a function: payload format 2.0 (spec: AWS). */
final class CasePayload {
    private CasePayload() {}

    /**
     * The payload of a request.
     *
     * @param key the API key
     */
    static String of(CaseRequest request, long projectId, String key) {
        String path = path(request, projectId);
        ObjectNode payload = CaseJson.MAPPER.createObjectNode();
        payload.put("version", "2.0");
        payload.put("routeKey", "$default");
        payload.put("rawPath", path);
        payload.put("rawQueryString", queryString(request.query()));
        headers(payload.putObject("headers"), request, key);
        if (!request.query().isEmpty()) {
            ObjectNode parameters = payload.putObject("queryStringParameters");
            request.query()
                    .properties()
                    .forEach(p -> parameters.put(p.getKey(), text(p.getValue())));
        }
        context(payload.putObject("requestContext"), request, path);
        payload.putObject("pathParameters").put("project_id", Long.toString(projectId));
        ObjectNode body = request.body();
        if (body != null) {
            payload.put("body", body.toString());
        }
        payload.put("isBase64Encoded", false);
        return payload.toString();
    }

    /** The whole path of a request. */
    static String path(CaseRequest request, long projectId) {
        return "/api/projects/%d/%s".formatted(projectId, request.path());
    }

    private static void headers(ObjectNode headers, CaseRequest request, String key) {
        headers.put("authorization", "Bearer " + key);
        headers.put("host", "localhost");
        headers.put("user-agent", "trendlake-conformance");
        if (request.body() != null) {
            headers.put("content-type", "application/json");
        }
    }

    private static void context(ObjectNode context, CaseRequest request, String path) {
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", "$default");
        context.put("stage", "$default");
        context.put("domainName", "localhost");
        context.put("timeEpoch", request.now().toEpochMilli());
        context.putObject("http")
                .put("method", request.method())
                .put("path", path)
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1")
                .put("userAgent", "trendlake-conformance");
    }

    private static String queryString(ObjectNode query) {
        return query.properties().stream()
                .map(CasePayload::parameter)
                .collect(Collectors.joining("&"));
    }

    private static String parameter(Map.Entry<String, JsonNode> parameter) {
        return "%s=%s".formatted(encode(parameter.getKey()), encode(text(parameter.getValue())));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    // A list or an object is sent as its JSON text, a text as it stands.
    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
