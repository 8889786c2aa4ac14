package dev.trendlake.function;

import dev.trendlake.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The API itself: its document (OpenAPI 3.1), and a page that shows it. Both are open to all. */
final class SchemaResponder implements RouteHandler<Route.OfSchema> {
    // The page's own script and style, and what they read from here; nothing of others.
    private static final String POLICY =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
                    + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public HttpResponse respond(Route.OfSchema route, Exchange exchange) {
        return switch (route) {
            case Route.OfSchema.Page() -> page(exchange);
            case Route.OfSchema.Document() -> document(exchange);
        };
    }

    private static HttpResponse page(Exchange exchange) {
        exchange.requireMethod("page", "GET");
        return new HttpResponse(
                200,
                Map.of(
                        "content-type",
                        "text/html; charset=utf-8",
                        "content-security-policy",
                        POLICY,
                        "x-content-type-options",
                        "nosniff"),
                resource("page.html"));
    }

    private static HttpResponse document(Exchange exchange) {
        exchange.require("schema", "GET");
        return new HttpResponse(
                200,
                Map.of("content-type", "application/json; charset=utf-8"),
                resource("openapi.json"));
    }

    private static String resource(String name) {
        try (InputStream resource = SchemaResponder.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }
}
