package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;

/** Who may do what. */
final class AccessResponder implements RouteHandler<Route.OfAccess> {
    @Override
    public HttpResponse respond(Route.OfAccess route, Exchange exchange) {
        throw new NotFound("Not found.");
    }
}
