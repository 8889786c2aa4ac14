package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.Scope;
import dev.trendlake.answer.QueryAnswer;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
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
final class QueryResponder implements RouteHandler<Route.Query> {
    private static final Permission PERMISSION = Permission.inProject(Scope.QUERY_READ);

    private final Authenticator authenticator;
    private final TrendsQueryReader queries;
    private final RefreshReader refreshes;
    private final DefinitionsOfProject definitions;
    private final TrendService trends;

    /** Takes the parts that a request passes through, in their order. */
    QueryResponder(
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
    public HttpResponse respond(Route.Query route, Exchange exchange) {
        exchange.require("query", "POST");
        HttpRequest request = exchange.request();
        Caller caller = authenticator.authenticate(request, route.projectId(), PERMISSION);
        Project project = caller.project();
        exchange.log().project(project.id());
        exchange.log().done(Stage.ADMIT);
        RequestParameters parameters = TrendExchange.parameters(request);
        TrendQuery query =
                queries.read(
                        parameters, project, definitions.of(project.id()), request.receivedAt());
        Refresh refresh = refreshes.read(parameters);
        exchange.log().done(Stage.READ);
        TrendOutcome outcome = new TrendExchange(exchange).ask(trends, query, project, refresh);
        return TrendExchange.response(
                HttpResponse.json(200, QueryAnswer.of(outcome.body(), query)), outcome.origin());
    }
}
