package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.AccessResource;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.RateLimits;
import dev.trendlake.access.Scope;
import dev.trendlake.answer.InsightBody;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.Page;
import dev.trendlake.project.DefinitionsOfProject;
import dev.trendlake.project.Details;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SavedInsight;
import dev.trendlake.request.InsightBodyReader;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Function;

/** The saved insights of a project, by their numbers or their short ids. */
final class InsightResponder implements RouteHandler<Route.OfInsights> {
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SHORT = 8;

    private final Authenticator authenticator;
    private final RateLimits limits;
    private final SavedDefinitions<SavedInsight> insights;
    private final DefinitionsOfProject definitions;
    private final InsightResults results;
    private final InsightBodyReader reader = new InsightBodyReader();
    private final SecureRandom random = new SecureRandom();

    /** Takes who lets requests in, where insights are kept, and what computes them. */
    InsightResponder(
            Authenticator authenticator,
            RateLimits limits,
            SavedDefinitions<SavedInsight> insights,
            DefinitionsOfProject definitions,
            InsightResults results) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.insights = insights;
        this.definitions = definitions;
        this.results = results;
    }

    @Override
    public HttpResponse respond(Route.OfInsights route, Exchange exchange) {
        return switch (route) {
            case Route.OfInsights.Insights(String projectId) -> all(projectId, exchange);
            case Route.OfInsights.Insight(String projectId, String insightId) ->
                    one(projectId, insightId, exchange);
        };
    }

    private HttpResponse all(String projectId, Exchange exchange) {
        exchange.require("insights", "GET", "POST");
        return exchange.request().method().equals("GET")
                ? list(
                        exchange.admitted(
                                authenticator, projectId, Permission.inProject(Scope.INSIGHT_READ)),
                        exchange)
                : create(
                        exchange.admitted(
                                authenticator,
                                projectId,
                                Permission.toEdit(Scope.INSIGHT_WRITE, AccessResource.INSIGHT)),
                        exchange);
    }

    // Whether the caller may see or change an insight depends on which one it is.
    private HttpResponse one(String projectId, String insightId, Exchange exchange) {
        exchange.require("insight", "GET", "PATCH");
        return exchange.request().method().equals("GET")
                ? show(
                        exchange.admitted(
                                authenticator, projectId, Permission.inProject(Scope.INSIGHT_READ)),
                        insightId,
                        exchange)
                : change(
                        exchange.admitted(
                                authenticator,
                                projectId,
                                Permission.inProject(Scope.INSIGHT_WRITE)),
                        insightId,
                        exchange);
    }

    private HttpResponse list(Caller caller, Exchange exchange) {
        HttpRequest request = exchange.request();
        InsightSelection selection = new InsightSelection(request.query(), caller);
        List<SavedInsight> selected =
                insights.all(caller.project().id()).stream()
                        .filter(selection::holds)
                        .filter(insight -> levelOf(insight, caller) != AccessLevel.NONE)
                        .sorted(selection.order())
                        .toList();
        boolean isBrief = request.query().path("basic").asText("").equals("true");
        try (RateLimits.Allowance allowance = allowance(caller, exchange)) {
            Function<SavedInsight, ObjectNode> writer =
                    insight ->
                            isBrief
                                    ? body(insight, caller)
                                    : listed(insight, caller, exchange, allowance);
            return exchange.log()
                    .cost()
                    .on(HttpResponse.json(200, Page.of(request).of(selected, writer)));
        }
    }

    // One whose query can't be asked any more is no reason to hide the others.
    private ObjectNode listed(
            SavedInsight insight,
            Caller caller,
            Exchange exchange,
            RateLimits.Allowance allowance) {
        try {
            return computed(insight, caller, exchange, allowance);
        } catch (InvalidRequest | MalformedRequest e) {
            return body(insight, caller);
        }
    }

    private HttpResponse create(Caller caller, Exchange exchange) {
        HttpRequest request = exchange.request();
        SavedInsight.Change now =
                new SavedInsight.Change(request.receivedAt(), DefinitionAnswers.author(caller));
        SavedInsight nothing =
                new SavedInsight(
                        0,
                        shortId(),
                        "",
                        "",
                        "",
                        new SavedInsight.Marks(false, false),
                        Details.createdAt(now.at(), DefinitionAnswers.author(caller)),
                        now);
        SavedInsight insight = read(request.body(), nothing, caller, now);
        SavedInsight created = insights.create(caller.project().id(), insight);
        return HttpResponse.json(201, body(created, caller));
    }

    private HttpResponse show(Caller caller, String insightId, Exchange exchange) {
        SavedInsight insight = found(caller, insightId);
        if (insight.details().deleted()) {
            throw notFound();
        }
        require(AccessLevel.VIEWER, insight, caller);
        try (RateLimits.Allowance allowance = allowance(caller, exchange)) {
            return exchange.log()
                    .cost()
                    .on(HttpResponse.json(200, computed(insight, caller, exchange, allowance)));
        }
    }

    private HttpResponse change(Caller caller, String insightId, Exchange exchange) {
        HttpRequest request = exchange.request();
        SavedInsight.Change now =
                new SavedInsight.Change(request.receivedAt(), DefinitionAnswers.author(caller));
        String number = Long.toString(found(caller, insightId).id());
        SavedInsight changed =
                new DefinitionEdits<>(insights)
                        .changed(
                                caller.project().id(),
                                number,
                                before -> {
                                    require(AccessLevel.EDITOR, before, caller);
                                    return read(request.body(), before, caller, now);
                                });
        return HttpResponse.json(200, body(changed, caller));
    }

    private SavedInsight read(
            ObjectNode body, SavedInsight before, Caller caller, SavedInsight.Change change) {
        return reader.read(
                body, before, caller.project(), definitions.of(caller.project().id()), change);
    }

    private SavedInsight found(Caller caller, String insightId) {
        long project = caller.project().id();
        if (insightId.matches("[A-Za-z0-9]{8}")) {
            List<SavedInsight> named =
                    insights.all(project).stream()
                            .filter(insight -> insight.shortId().equals(insightId))
                            .toList();
            if (!named.isEmpty()) {
                return named.getFirst();
            }
        }
        return new DefinitionEdits<>(insights).found(project, insightId);
    }

    private ObjectNode computed(
            SavedInsight insight,
            Caller caller,
            Exchange exchange,
            RateLimits.Allowance allowance) {
        return results.added(
                body(insight, caller),
                query(insight),
                caller.project(),
                exchange,
                allowance::takeToCompute);
    }

    private RateLimits.Allowance allowance(Caller caller, Exchange exchange) {
        return limits.admit(caller.hash(), caller.usage(), exchange.request().receivedAt());
    }

    private static ObjectNode body(SavedInsight insight, Caller caller) {
        AccessLevel level = levelOf(insight, caller);
        return InsightBody.of(
                insight,
                query(insight),
                level.wireName(),
                AccessResource.INSIGHT.allows(level, AccessLevel.EDITOR));
    }

    private static JsonNode query(SavedInsight insight) {
        return DefinitionAnswers.parsed(insight.query());
    }

    private static AccessLevel levelOf(SavedInsight insight, Caller caller) {
        return caller.levelOf(
                AccessResource.INSIGHT, insight.id(), DefinitionAnswers.creator(insight.details()));
    }

    private static void require(AccessLevel level, SavedInsight insight, Caller caller) {
        caller.require(
                level,
                AccessResource.INSIGHT,
                insight.id(),
                DefinitionAnswers.creator(insight.details()));
    }

    private String shortId() {
        StringBuilder shortId = new StringBuilder();
        for (int place = 0; place < SHORT; place++) {
            shortId.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return shortId.toString();
    }

    private static NotFound notFound() {
        return new NotFound("Not found.");
    }
}
