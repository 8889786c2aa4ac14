package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;

/**
 * Every route there is; any other path is unknown.
 *
 * @param trends answers the filter form of the trends question
 * @param queries answers queries
 */
public record RouteResponder(Responder trends, Responder queries) implements Responder {
    @Override
    public HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log) {
        return switch (Route.of(request.path())) {
            case Route.Trend _ -> trends.respond(request, invocation, log);
            case Route.Query _ -> queries.respond(request, invocation, log);
            case Route.Unknown _ -> throw new NotFound("Not found.");
        };
    }
}
