package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;

/** The names and types that events have. */
final class DefinitionResponder implements RouteHandler<Route.OfDefinitions> {
    @Override
    public HttpResponse respond(Route.OfDefinitions route, Exchange exchange) {
        throw new NotFound("Not found.");
    }
}
