package dev.trendlake.local.gateway;

import dev.trendlake.local.template.CorsSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an HTTP API does for pages of other sites when CORS is configured: it answers preflight
 * requests itself, and decides alone on the headers that begin with {@code access-control-} (spec:
 * AWS, API Gateway).
 */
final class Cors {
    private static final String PREFIX = "access-control-";
    private static final String ALL = "*";

    private final CorsSettings settings;

    Cors(CorsSettings settings) {
        this.settings = settings;
    }

    /** The answer to a preflight request; empty for any other request, and without CORS. */
    Optional<GatewayResponse> preflight(GatewayRequest request) {
        if (!settings.isOn()
                || !request.method().equals("OPTIONS")
                || request.header("origin").isEmpty()
                || request.header("access-control-request-method").isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        allowedOrigin(request).ifPresent(origin -> allow(headers, origin));
        return Optional.of(GatewayResponse.empty(204, headers));
    }

    /** A function's response with the headers that the page may see. */
    GatewayResponse applied(GatewayRequest request, GatewayResponse response) {
        if (!settings.isOn()) {
            return response;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>(response.headers());
        headers.keySet().removeIf(name -> name.startsWith(PREFIX));
        allowedOrigin(request)
                .ifPresent(origin -> {
                    put(headers, "allow-origin", origin);
                    put(headers, "expose-headers", join(settings.exposedHeaders()));
                });
        return new GatewayResponse(response.status(), headers, response.body());
    }

    private void allow(Map<String, List<String>> headers, String origin) {
        put(headers, "allow-origin", origin);
        put(headers, "allow-methods", join(settings.methods()));
        put(headers, "allow-headers", join(settings.headers()));
        put(headers, "expose-headers", join(settings.exposedHeaders()));
        put(
                headers,
                "max-age",
                settings.maxAgeSeconds() == 0 ? "" : Long.toString(settings.maxAgeSeconds()));
    }

    // The site itself, or a star where all sites are.
    private Optional<String> allowedOrigin(GatewayRequest request) {
        String origin = request.header("origin");
        if (origin.isEmpty()) {
            return Optional.empty();
        }
        if (settings.origins().contains(ALL)) {
            return Optional.of(ALL);
        }
        return settings.origins().stream().anyMatch(allowed -> isOf(origin, allowed))
                ? Optional.of(origin)
                : Optional.empty();
    }

    private static boolean isOf(String origin, String allowed) {
        String site = allowed.toLowerCase(Locale.ROOT);
        return site.endsWith("://*")
                ? origin.startsWith(site.substring(0, site.length() - 1))
                : origin.equals(site);
    }

    private static void put(Map<String, List<String>> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.put(PREFIX + name, List.of(value));
        }
    }

    private static String join(List<String> values) {
        return String.join(",", values);
    }
}
