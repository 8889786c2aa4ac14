package dev.trendlake.function;

import dev.trendlake.http.HttpResponse;

/** Answers the requests of one group of routes, or ends them with an exception of the API's. */
@FunctionalInterface
interface RouteHandler<R extends Route> {
    /** Answers a request. */
    HttpResponse respond(R route, Exchange exchange);
}
