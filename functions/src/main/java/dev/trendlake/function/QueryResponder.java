package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Scope;
import dev.trendlake.answer.QueryAnswer;
import dev.trendlake.error.MethodNotAllowed;
import dev.trendlake.error.NotFound;
import dev.trendlake.http.Format;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.Negotiation;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Project;
import dev.trendlake.request.RefreshReader;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendsQueryReader;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Stage;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;

/** The route of queries, which answers those of the kind {@code TrendsQuery}. */
public final class QueryResponder implements Responder {
    private final Authenticator authenticator;
    private final TrendsQueryReader queries;
    private final RefreshReader refreshes;
    private final DefinitionsOfProject definitions;
    private final TrendService trends;

    /** Takes the parts that a request passes through, in their order. */
    public QueryResponder(
            Authenticator authenticator,
            TrendsQueryReader queries,
            RefreshReader refreshes,
            DefinitionsOfProject definitions,
            TrendService trends) {
        this.authenticator = authenticator;
        this.queries = queries;
        this.refreshes = refreshes;
        this.definitions = definitions;
        this.trends = trends;
    }

    @Override
    public HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log) {
        return switch (Route.of(request.path())) {
            case Route.Query query -> query(request, query, invocation, log);
            case Route.Trend _, Route.Unknown _ -> throw new NotFound("Not found.");
        };
    }

    private HttpResponse query(
            HttpRequest request, Route.Query route, Invocation invocation, RequestLog log) {
        log.route("query");
        checkMethod(request.method());
        checkFormat(Negotiation.formatFor(request, ""));
        Project project = authenticator.authenticate(request, route.projectId(), Scope.QUERY_READ);
        log.project(project.id());
        log.done(Stage.ADMIT);
        RequestParameters parameters = TrendExchange.parameters(request);
        TrendQuery query =
                queries.read(
                        parameters, project, definitions.of(project.id()), request.receivedAt());
        Refresh refresh = refreshes.read(parameters);
        log.done(Stage.READ);
        TrendOutcome outcome =
                new TrendExchange(request, invocation, log).ask(trends, query, project, refresh);
        return TrendExchange.response(
                HttpResponse.json(200, QueryAnswer.of(outcome.body(), query)), outcome.origin());
    }

    private static void checkMethod(String method) {
        if (!method.equals("POST")) {
            throw new MethodNotAllowed(method, "POST");
        }
    }

    private static void checkFormat(Format format) {
        switch (format) {
            case JSON -> {}
            case CSV -> throw new NotFound("Not found.");
        }
    }
}
