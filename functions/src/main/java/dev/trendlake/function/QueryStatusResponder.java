package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.RateLimits;
import dev.trendlake.access.Scope;
import dev.trendlake.answer.QueryAnswer;
import dev.trendlake.cache.QueryRecord;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.NotFound;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Project;
import dev.trendlake.request.QueryRequestReader;
import dev.trendlake.request.TrendsQueryReader;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.Spending;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;
import java.time.Instant;
import java.util.Map;

/** Queries that were asked for before: what has become of them, and their end. */
final class QueryStatusResponder implements RouteHandler<Route.OfQueries> {
    private static final Permission PERMISSION = Permission.inProject(Scope.QUERY_READ);
    private static final String ID = "client_query_id";

    private final Authenticator authenticator;
    private final RateLimits limits;
    private final DefinitionsOfProject definitions;
    private final TrendService trends;
    private final BackgroundQueries background;
    private final TrendsQueryReader queries = new TrendsQueryReader();
    private final QueryRequestReader requests = new QueryRequestReader();

    /** Takes the parts that a request passes through, in their order. */
    QueryStatusResponder(
            Authenticator authenticator,
            RateLimits limits,
            DefinitionsOfProject definitions,
            TrendService trends,
            BackgroundQueries background) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.definitions = definitions;
        this.trends = trends;
        this.background = background;
    }

    @Override
    public HttpResponse respond(Route.OfQueries route, Exchange exchange) {
        return switch (route) {
            case Route.OfQueries.QueryStatus(String projectId, String queryId) ->
                    ofQuery(projectId, queryId, exchange);
            case Route.OfQueries.CancelQuery(String projectId) -> named(projectId, exchange);
        };
    }

    private HttpResponse ofQuery(String projectId, String queryId, Exchange exchange) {
        exchange.require("query_status", "GET", "DELETE");
        Caller caller = exchange.admitted(authenticator, projectId, PERMISSION);
        return exchange.request().method().equals("GET")
                ? status(caller, queryId, exchange)
                : cancelled(caller, queryId, exchange, 200);
    }

    // The same in words of its own, and with a status of its own: also when nothing runs.
    private HttpResponse named(String projectId, Exchange exchange) {
        exchange.require("query_cancel", "POST");
        Caller caller = exchange.admitted(authenticator, projectId, PERMISSION);
        String id =
                requests.queryId(TrendExchange.parameters(exchange.request()))
                        .orElseThrow(() -> new InvalidRequest(ID, "This field is required."));
        return cancelled(caller, id, exchange, 201);
    }

    private HttpResponse status(Caller caller, String queryId, Exchange exchange) {
        Project project = caller.project();
        HttpRequest request = exchange.request();
        QueryRecord record =
                background
                        .find(project, queryId, request.receivedAt())
                        .orElseThrow(() -> notFound(queryId, project));
        if (record.failure().hasFailed()) {
            return QueryStatus.failed(record);
        }
        try {
            return looked(record, caller, exchange);
        } catch (InvalidRequest | QueryFailed e) {
            exchange.log().failed(e);
            return QueryStatus.failed(background.fail(record, e));
        }
    }

    private HttpResponse looked(QueryRecord record, Caller caller, Exchange exchange) {
        Project project = caller.project();
        TrendExchange trend = new TrendExchange(exchange);
        TrendQuery query =
                queries.read(
                        BackgroundQueries.parametersOf(record),
                        project,
                        definitions.of(project.id()),
                        record.askedAt());
        TrendOutcome outcome =
                trends.look(query, project, asking(caller, exchange), record.key(), record.since());
        return switch (outcome) {
            case TrendOutcome.Answered answered ->
                    trend.response(
                            QueryStatus.complete(record, QueryAnswer.of(answered.body(), query)),
                            answered.origin());
            case TrendOutcome.Pending(Instant _), TrendOutcome.Missing() ->
                    QueryStatus.running(record);
        };
    }

    private HttpResponse cancelled(Caller caller, String queryId, Exchange exchange, int status) {
        Project project = caller.project();
        background
                .find(project, queryId, exchange.request().receivedAt())
                .ifPresent(record -> {
                    background.forget(project, queryId);
                    trends.cancel(record.key(), record.since(), asking(caller, exchange));
                });
        return new HttpResponse(status, Map.of(), "");
    }

    // Looking costs nothing. What has to be started again is counted again.
    private Asking asking(Caller caller, Exchange exchange) {
        Spending again =
                () ->
                        limits.admit(caller.hash(), caller.usage(), exchange.request().receivedAt())
                                .takeToCompute();
        return new TrendExchange(exchange).asking(Refresh.IN_BACKGROUND, again);
    }

    private static NotFound notFound(String queryId, Project project) {
        return new NotFound("Query %s not found for team %d".formatted(queryId, project.id()));
    }
}
