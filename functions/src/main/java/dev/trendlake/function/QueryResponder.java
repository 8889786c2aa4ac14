package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.RateLimits;
import dev.trendlake.access.Scope;
import dev.trendlake.answer.QueryAnswer;
import dev.trendlake.cache.QueryRecord;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Project;
import dev.trendlake.request.QueryRequestReader;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.request.TrendsQueryReader;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Spending;
import dev.trendlake.trends.Stage;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.warm.AskedQuestion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The route of queries, which answers those of the kind {@code TrendsQuery}: at once, or in the
 * background, as {@code refresh} says. What isn't there by the deadline goes on in the background.
 * A query that its caller names can be cancelled while the caller waits.
 */
final class QueryResponder implements RouteHandler<Route.Query> {
    private static final Permission PERMISSION = Permission.inProject(Scope.QUERY_READ);

    private final Authenticator authenticator;
    private final RateLimits limits;
    private final DefinitionsOfProject definitions;
    private final Askings askings;
    private final BackgroundQueries background;
    private final TrendsQueryReader queries = new TrendsQueryReader();
    private final QueryRequestReader requests = new QueryRequestReader();

    /** Takes the parts that a request passes through, in their order. */
    QueryResponder(
            Authenticator authenticator,
            RateLimits limits,
            DefinitionsOfProject definitions,
            Askings askings,
            BackgroundQueries background) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.definitions = definitions;
        this.askings = askings;
        this.background = background;
    }

    @Override
    public HttpResponse respond(Route.Query route, Exchange exchange) {
        exchange.require("query", "POST");
        HttpRequest request = exchange.request();
        Caller caller = exchange.admitted(authenticator, route.projectId(), PERMISSION);
        try (RateLimits.Allowance allowance =
                limits.admit(caller.hash(), caller.usage(), request.receivedAt())) {
            return answer(caller.project(), allowance, exchange);
        }
    }

    private HttpResponse answer(
            Project project, RateLimits.Allowance allowance, Exchange exchange) {
        HttpRequest request = exchange.request();
        RequestParameters parameters = TrendExchange.parameters(request);
        TrendQuery query =
                queries.read(
                        parameters, project, definitions.of(project.id()), request.receivedAt());
        Optional<String> name = requests.queryId(parameters);
        Asked asked = new Asked(query, project, parameters, name.orElseGet(() -> idOf(exchange)));
        Refresh refresh = requests.refresh(parameters);
        exchange.log().done(Stage.READ);
        TrendExchange trend = new TrendExchange(exchange);
        Spending spending =
                () -> {
                    allowance.takeToCompute();
                    name.ifPresent(_ -> remembered(asked, query.now()));
                };
        try {
            TrendOutcome outcome =
                    askings.answer(
                            AskedQuestion.query(parameters.body().path("query")),
                            query,
                            project,
                            trend.asking(refresh, spending));
            return response(outcome, asked, trend);
        } catch (InvalidRequest | QueryFailed e) {
            name.flatMap(id -> background.find(project, id, query.now()))
                    .ifPresent(record -> background.fail(record, e));
            throw e;
        }
    }

    private HttpResponse response(TrendOutcome outcome, Asked asked, TrendExchange trend) {
        return switch (outcome) {
            case TrendOutcome.Answered answered ->
                    trend.response(answered(answered, asked), answered.origin());
            case TrendOutcome.Pending(Instant startedAt) ->
                    QueryStatus.running(remembered(asked, startedAt));
            case TrendOutcome.Missing() -> HttpResponse.json(200, missing(asked));
        };
    }

    private HttpResponse answered(TrendOutcome.Answered answered, Asked asked) {
        ObjectNode body = QueryAnswer.of(answered.body(), asked.query());
        return switch (answered.refresh()) {
            case TrendOutcome.Background.None() -> HttpResponse.json(200, body);
            case TrendOutcome.Background.Running(Instant startedAt) -> {
                QueryRecord record = remembered(asked, startedAt);
                body.set("query_status", QueryStatus.statusOfRunning(record));
                yield HttpResponse.json(202, body);
            }
        };
    }

    private QueryRecord remembered(Asked asked, Instant startedAt) {
        return background.remember(
                asked.id(), asked.query(), asked.project(), asked.parameters(), startedAt);
    }

    private ObjectNode missing(Asked asked) {
        ObjectNode body = JsonFormat.object();
        body.put("cache_key", askings.keyOf(asked.query(), asked.project()).digest());
        return body.putNull("query_status");
    }

    // One for each call of the function: a call that is repeated names the same query.
    private static String idOf(Exchange exchange) {
        return UUID.nameUUIDFromBytes(exchange.invocation().id().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A query as it was asked. */
    private record Asked(
            TrendQuery query, Project project, RequestParameters parameters, String id) {}
}
