package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;

/** The API itself. */
final class SchemaResponder implements RouteHandler<Route.OfSchema> {
    @Override
    public HttpResponse respond(Route.OfSchema route, Exchange exchange) {
        throw new NotFound("Not found.");
    }
}
