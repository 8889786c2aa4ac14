package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;

/**
 * Every route there is; any other path is unknown.
 *
 * @param trends the filter form of the trends question
 * @param queries the query form of the trends question
 * @param pastQueries queries that were asked for before
 * @param projects projects and their settings
 * @param users who asks
 * @param actions actions
 * @param cohorts cohorts
 * @param definitions names and types of events and properties
 * @param insights saved questions
 * @param access who may do what
 * @param schema the API itself
 */
record RouteResponder(
        RouteHandler<Route.Trend> trends,
        RouteHandler<Route.Query> queries,
        RouteHandler<Route.OfQueries> pastQueries,
        RouteHandler<Route.OfProjects> projects,
        RouteHandler<Route.OfUsers> users,
        RouteHandler<Route.OfActions> actions,
        RouteHandler<Route.OfCohorts> cohorts,
        RouteHandler<Route.OfDefinitions> definitions,
        RouteHandler<Route.OfInsights> insights,
        RouteHandler<Route.OfAccess> access,
        RouteHandler<Route.OfSchema> schema)
        implements Responder {
    @Override
    public HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log) {
        Exchange exchange = new Exchange(request, invocation, log);
        return switch (Route.of(request.path())) {
            case Route.Trend route -> trends.respond(route, exchange);
            case Route.Query route -> queries.respond(route, exchange);
            case Route.OfQueries route -> pastQueries.respond(route, exchange);
            case Route.OfProjects route -> projects.respond(route, exchange);
            case Route.OfUsers route -> users.respond(route, exchange);
            case Route.OfActions route -> actions.respond(route, exchange);
            case Route.OfCohorts route -> cohorts.respond(route, exchange);
            case Route.OfDefinitions route -> definitions.respond(route, exchange);
            case Route.OfInsights route -> insights.respond(route, exchange);
            case Route.OfAccess route -> access.respond(route, exchange);
            case Route.OfSchema route -> schema.respond(route, exchange);
            case Route.Unknown() -> throw new NotFound("Not found.");
        };
    }
}
