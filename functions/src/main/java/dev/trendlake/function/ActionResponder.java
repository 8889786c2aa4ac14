package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;

/** The actions of a project. */
final class ActionResponder implements RouteHandler<Route.OfActions> {
    @Override
    public HttpResponse respond(Route.OfActions route, Exchange exchange) {
        throw new NotFound("Not found.");
    }
}
