package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;

/** The cohorts of a project. */
final class CohortResponder implements RouteHandler<Route.OfCohorts> {
    @Override
    public HttpResponse respond(Route.OfCohorts route, Exchange exchange) {
        throw new NotFound("Not found.");
    }
}
