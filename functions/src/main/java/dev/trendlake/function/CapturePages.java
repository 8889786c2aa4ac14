package dev.trendlake.function;

import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;

/**
 * Lets pages of any site read the answers of captured events, as PostHog does: a token stands in
 * the page for all to see, and can do nothing but send events.
 */
final class CapturePages {
    private CapturePages() {}

    static HttpResponse allowed(HttpRequest request, HttpResponse response) {
        String origin = request.header("origin");
        if (origin.isEmpty()) {
            return response;
        }
        HttpResponse readable =
                response.with("access-control-allow-origin", origin)
                        .with("access-control-allow-credentials", "true")
                        .with("vary", "origin");
        return request.method().equals("OPTIONS") ? asked(request, readable) : readable;
    }

    private static HttpResponse asked(HttpRequest request, HttpResponse response) {
        HttpResponse allowing =
                response.with("access-control-allow-methods", "GET,POST,OPTIONS")
                        .with("access-control-max-age", "3600");
        String headers = request.header("access-control-request-headers");
        return headers.isEmpty()
                ? allowing
                : allowing.with("access-control-allow-headers", headers);
    }
}
