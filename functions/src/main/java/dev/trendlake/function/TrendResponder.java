package dev.trendlake.function;

import dev.trendlake.access.AccessResource;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.RateLimits;
import dev.trendlake.access.Scope;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.http.Format;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.Negotiation;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Project;
import dev.trendlake.request.RefreshReader;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Stage;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.warm.AskedQuestion;
import java.time.Duration;
import java.util.Optional;

/** The route of trends: the filter form of the question. */
final class TrendResponder implements RouteHandler<Route.Trend> {
    private static final Permission PERMISSION =
            Permission.toView(Scope.INSIGHT_READ, AccessResource.INSIGHT);

    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Authenticator authenticator;
    private final RateLimits limits;
    private final TrendFilterReader filters;
    private final RefreshReader refreshes;
    private final DefinitionsOfProject definitions;
    private final Askings askings;
    private final String siteUrl;

    /**
     * Takes the parts that a request passes through, in their order.
     *
     * @param siteUrl the address under which insights are shown, for links to them
     */
    TrendResponder(
            Authenticator authenticator,
            RateLimits limits,
            TrendFilterReader filters,
            RefreshReader refreshes,
            DefinitionsOfProject definitions,
            Askings askings,
            String siteUrl) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.filters = filters;
        this.refreshes = refreshes;
        this.definitions = definitions;
        this.askings = askings;
        this.siteUrl = siteUrl;
    }

    @Override
    public HttpResponse respond(Route.Trend route, Exchange exchange) {
        exchange.requireMethod("trend", "GET", "POST");
        HttpRequest request = exchange.request();
        Format format = Negotiation.formatFor(request, route.suffix());
        Caller caller = exchange.admitted(authenticator, route.projectId(), PERMISSION);
        try (RateLimits.Allowance allowance =
                limits.admit(caller.hash(), caller.usage(), request.receivedAt())) {
            return answer(caller.project(), format, allowance, exchange);
        }
    }

    private HttpResponse answer(
            Project project, Format format, RateLimits.Allowance allowance, Exchange exchange) {
        HttpRequest request = exchange.request();
        Optional<CsvExport> export = export(format, request);
        RequestParameters parameters = TrendExchange.parameters(request);
        TrendQuery query =
                filters.read(
                        parameters, project, definitions.of(project.id()), request.receivedAt());
        Refresh refresh = refreshes.read(parameters);
        exchange.log().done(Stage.READ);
        TrendExchange trend = new TrendExchange(exchange);
        TrendOutcome outcome =
                askings.answer(
                        AskedQuestion.filter(parameters),
                        query,
                        project,
                        trend.asking(refresh, allowance::takeToCompute));
        return switch (outcome) {
            case TrendOutcome.Answered answered ->
                    trend.response(response(answered, query, export), answered.origin());
            case TrendOutcome.Pending _, TrendOutcome.Missing() ->
                    throw new QueryUnavailable(
                            "The query is still running. Ask again to get its result.", ASK_AGAIN);
        };
    }

    private static HttpResponse response(
            TrendOutcome.Answered answered, TrendQuery query, Optional<CsvExport> export) {
        return export.map(csv -> csv.response(query, answered.body().path("result")))
                .orElseGet(() -> HttpResponse.json(200, answered.body()));
    }

    private Optional<CsvExport> export(Format format, HttpRequest request) {
        return switch (format) {
            case JSON -> Optional.empty();
            case CSV -> Optional.of(CsvExport.of(request, siteUrl));
        };
    }
}
