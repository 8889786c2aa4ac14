package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Scope;
import dev.trendlake.error.MethodNotAllowed;
import dev.trendlake.error.NotFound;
import dev.trendlake.http.Format;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.Negotiation;
import dev.trendlake.project.Project;
import dev.trendlake.request.NotComputedYet;
import dev.trendlake.request.RefreshReader;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendFilterReader;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.Stage;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;
import java.util.List;
import java.util.Optional;

/** The route of trends; every other path is unknown. */
public final class TrendResponder implements Responder {
    private final Authenticator authenticator;
    private final TrendFilterReader filters;
    private final RefreshReader refreshes;
    private final NotComputedYet computed = new NotComputedYet();
    private final TrendService trends;
    private final String siteUrl;

    /**
     * Takes the parts that a request passes through, in their order.
     *
     * @param siteUrl the address under which insights are shown, for links to them
     */
    public TrendResponder(
            Authenticator authenticator,
            TrendFilterReader filters,
            RefreshReader refreshes,
            TrendService trends,
            String siteUrl) {
        this.authenticator = authenticator;
        this.filters = filters;
        this.refreshes = refreshes;
        this.trends = trends;
        this.siteUrl = siteUrl;
    }

    @Override
    public HttpResponse respond(HttpRequest request, Invocation invocation, RequestLog log) {
        return switch (Route.of(request.path())) {
            case Route.Trend trend -> trend(request, trend, invocation, log);
            case Route.Unknown() -> throw new NotFound("Not found.");
        };
    }

    private HttpResponse trend(
            HttpRequest request, Route.Trend route, Invocation invocation, RequestLog log) {
        log.route("trend");
        checkMethod(request.method());
        Format format = Negotiation.formatFor(request, route.suffix());
        Project project =
                authenticator.authenticate(request, route.projectId(), Scope.INSIGHT_READ);
        log.project(project.id());
        log.done(Stage.ADMIT);
        Optional<CsvExport> export = export(format, request);
        RequestParameters parameters = parameters(request);
        TrendQuery query = computed.check(filters.read(parameters, project, request.receivedAt()));
        Refresh refresh = refreshes.read(parameters);
        log.done(Stage.READ);
        Asking asking =
                new Asking(
                        refresh,
                        request.receivedAt(),
                        invocation.deadline(),
                        invocation.id(),
                        request.url(),
                        log);
        TrendOutcome outcome = trends.answer(query, project, asking);
        log.origin(outcome.origin());
        return response(outcome, body(outcome, query, export));
    }

    private static void checkMethod(String method) {
        if (!List.of("GET", "POST").contains(method)) {
            throw new MethodNotAllowed(method, "GET, POST");
        }
    }

    private Optional<CsvExport> export(Format format, HttpRequest request) {
        return switch (format) {
            case JSON -> Optional.empty();
            case CSV -> Optional.of(CsvExport.of(request, siteUrl));
        };
    }

    // What was for the door alone goes no further: the key above all.
    private static RequestParameters parameters(HttpRequest request) {
        ObjectNode query = request.query().deepCopy();
        ObjectNode body = request.body().deepCopy();
        query.remove(List.of("personal_api_key", "format"));
        body.remove("personal_api_key");
        return new RequestParameters(query, body);
    }

    private static HttpResponse body(
            TrendOutcome outcome, TrendQuery query, Optional<CsvExport> export) {
        return export.map(csv -> csv.response(query, outcome.body().path("result")))
                .orElseGet(() -> HttpResponse.json(200, outcome.body()));
    }

    private static HttpResponse response(TrendOutcome outcome, HttpResponse response) {
        return switch (outcome.origin()) {
            case TrendOutcome.Origin.Cache(), TrendOutcome.Origin.Nowhere() -> response;
            case TrendOutcome.Origin.Execution(String id, long bytesScanned) ->
                    response.with("x-trendlake-execution-id", id)
                            .with("x-trendlake-bytes-scanned", Long.toString(bytesScanned));
        };
    }
}
