package dev.trendlake.local.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.template.Template;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a request into an event of payload format 2.0 (spec: AWS, API Gateway). */
final class EventWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private EventWriter() {}

    /** The event, JSON; what a request hasn't got is left out, as the gateway does. */
    static String write(GatewayRequest request, RouteMatch match) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        event.put("rawPath", request.path());
        event.put("rawQueryString", request.rawQuery());
        cookies(request, event);
        headers(request, event.putObject("headers"));
        members(event, "queryStringParameters", QueryString.parameters(request.rawQuery()));
        context(request, match, event.putObject("requestContext"));
        members(event, "pathParameters", match.pathParameters());
        EventBody.write(request, event);
        return event.toString();
    }

    private static void cookies(GatewayRequest request, ObjectNode event) {
        List<String> headers = request.headers().getOrDefault("cookie", List.of());
        if (headers.isEmpty()) {
            return;
        }
        ArrayNode cookies = event.putArray("cookies");
        for (String header : headers) {
            for (String cookie : header.split(";", -1)) {
                cookies.add(cookie.strip());
            }
        }
    }

    private static void headers(GatewayRequest request, ObjectNode headers) {
        request.headers().keySet().stream()
                .filter(name -> !name.equals("cookie"))
                .forEach(name -> headers.put(name, request.header(name)));
        headers.put("x-forwarded-for", request.sourceIp());
        headers.put("x-forwarded-proto", "http");
    }

    private static void members(ObjectNode event, String name, Map<String, String> members) {
        if (!members.isEmpty()) {
            ObjectNode object = event.putObject(name);
            members.forEach(object::put);
        }
    }

    private static void context(GatewayRequest request, RouteMatch match, ObjectNode context) {
        String host = request.header("host");
        int port = host.lastIndexOf(':');
        String domain = port < 0 ? host : host.substring(0, port);
        int dot = domain.indexOf('.');
        context.put("accountId", Template.ACCOUNT);
        context.put("apiId", "local");
        context.put("domainName", domain);
        context.put("domainPrefix", dot < 0 ? domain : domain.substring(0, dot));
        http(request, context.putObject("http"));
        context.put("requestId", request.id());
        context.put("routeKey", match.route().key());
        context.put("stage", "$default");
        context.put("time", TIME.format(request.time()));
        context.put("timeEpoch", request.time().toEpochMilli());
    }

    private static void http(GatewayRequest request, ObjectNode http) {
        http.put("method", request.method());
        http.put("path", request.path());
        http.put("protocol", request.protocol());
        http.put("sourceIp", request.sourceIp());
        http.put("userAgent", request.header("user-agent"));
    }
}
