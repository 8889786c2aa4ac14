package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.Scope;
import dev.trendlake.answer.QueryAnswer;
import dev.trendlake.cache.QueryRecord;
import dev.trendlake.error.ApiException;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.NotFound;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.http.ErrorBody;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Project;
import dev.trendlake.request.TrendsQueryReader;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;
import java.time.Instant;
import java.util.Map;

/** Queries that were asked for before: what has become of them, and their end. */
final class QueryStatusResponder implements RouteHandler<Route.OfQueries> {
    private static final Permission PERMISSION = Permission.inProject(Scope.QUERY_READ);
    private static final String ID = "client_query_id";

    private final Authenticator authenticator;
    private final DefinitionsOfProject definitions;
    private final TrendService trends;
    private final BackgroundQueries background;
    private final TrendsQueryReader queries = new TrendsQueryReader();

    /** Takes the parts that a request passes through, in their order. */
    QueryStatusResponder(
            Authenticator authenticator,
            DefinitionsOfProject definitions,
            TrendService trends,
            BackgroundQueries background) {
        this.authenticator = authenticator;
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
        Project project = admitted(projectId, exchange);
        return exchange.request().method().equals("GET")
                ? status(project, queryId, exchange)
                : cancelled(project, queryId, exchange, 200);
    }

    // The same in words of its own, and with a status of its own: also when nothing runs.
    private HttpResponse named(String projectId, Exchange exchange) {
        exchange.require("query_cancel", "POST");
        Project project = admitted(projectId, exchange);
        JsonNode id = TrendExchange.parameters(exchange.request()).body().path(ID);
        if (!id.isTextual() || id.asText().isEmpty()) {
            throw new InvalidRequest(ID, "This field is required.");
        }
        return cancelled(project, id.asText(), exchange, 201);
    }

    private Project admitted(String projectId, Exchange exchange) {
        Caller caller = authenticator.authenticate(exchange.request(), projectId, PERMISSION);
        exchange.log().project(caller.project().id());
        return caller.project();
    }

    private HttpResponse status(Project project, String queryId, Exchange exchange) {
        HttpRequest request = exchange.request();
        QueryRecord record =
                background
                        .find(project, queryId, request.receivedAt())
                        .orElseThrow(() -> notFound(queryId, project));
        if (record.failure().hasFailed()) {
            return QueryStatus.failed(record);
        }
        try {
            return looked(record, project, exchange);
        } catch (InvalidRequest | QueryFailed e) {
            exchange.log().failed(e);
            return QueryStatus.failed(background.fail(record, failure(e)));
        }
    }

    private HttpResponse looked(QueryRecord record, Project project, Exchange exchange) {
        TrendExchange trend = new TrendExchange(exchange);
        TrendQuery query =
                queries.read(
                        BackgroundQueries.parametersOf(record),
                        project,
                        definitions.of(project.id()),
                        record.askedAt());
        TrendOutcome outcome =
                trends.look(query, project, asking(exchange), record.key(), record.since());
        return switch (outcome) {
            case TrendOutcome.Answered answered ->
                    trend.response(
                            QueryStatus.complete(record, QueryAnswer.of(answered.body(), query)),
                            answered.origin());
            case TrendOutcome.Pending(Instant _), TrendOutcome.Missing() ->
                    QueryStatus.running(record);
        };
    }

    private HttpResponse cancelled(Project project, String queryId, Exchange exchange, int status) {
        background
                .find(project, queryId, exchange.request().receivedAt())
                .ifPresent(record -> {
                    background.forget(project, queryId);
                    trends.cancel(record.key(), asking(exchange));
                });
        return new HttpResponse(status, Map.of(), "");
    }

    // A query that was let in once is not counted again.
    private static Asking asking(Exchange exchange) {
        return new TrendExchange(exchange).asking(Refresh.IN_BACKGROUND, () -> {});
    }

    private static QueryRecord.Failure failure(ApiException error) {
        ErrorBody body = ErrorBody.of(error);
        return new QueryRecord.Failure(body.status(), body.status() >= 500 ? "" : body.detail());
    }

    private static NotFound notFound(String queryId, Project project) {
        return new NotFound("Query %s not found for team %d".formatted(queryId, project.id()));
    }
}
