package dev.trendlake.function;

import dev.trendlake.capture.CaptureRoute;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * The fallback's routes: captured events besides all others. SDKs end their paths in a slash, which
 * no route of the gateway can name, and browsers ask beforehand whether they may send.
 */
final class FallbackResponder implements Responder {
    private final Responder routes;
    private @Nullable Responder captured;

    /** Takes the other routes. */
    FallbackResponder(Responder routes) {
        this.routes = routes;
    }

    @Override
    public HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log) {
        return CaptureRoute.of(request.path()).isPresent()
                ? captured().respond(request, invocation, log)
                : routes.respond(request, invocation, log);
    }

    // Only when it is needed: the other routes don't wait for it. Lambda calls one at a time.
    private Responder captured() {
        if (captured == null) {
            captured = CaptureWiring.responder();
        }
        return captured;
    }
}
