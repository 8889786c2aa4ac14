package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;

/** The saved insights of a project. */
final class InsightResponder implements RouteHandler<Route.OfInsights> {
    @Override
    public HttpResponse respond(Route.OfInsights route, Exchange exchange) {
        throw new NotFound("Not found.");
    }
}
