package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;

/** Queries that were asked for before. */
final class QueryStatusResponder implements RouteHandler<Route.OfQueries> {
    @Override
    public HttpResponse respond(Route.OfQueries route, Exchange exchange) {
        throw new NotFound("Not found.");
    }
}
