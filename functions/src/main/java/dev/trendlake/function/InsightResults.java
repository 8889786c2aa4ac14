package dev.trendlake.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.answer.InsightBody;
import dev.trendlake.answer.QueryAnswer;
import dev.trendlake.cache.QueryRecord;
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
import java.time.Instant;
import java.util.UUID;

/** Adds to insights what their queries give: at once, in the background or not, as is asked. */
final class InsightResults {
    private final DefinitionsOfProject definitions;
    private final Askings askings;
    private final BackgroundQueries background;
    private final TrendsQueryReader queries = new TrendsQueryReader();
    private final QueryRequestReader requests = new QueryRequestReader();

    /** Takes the parts that a question passes through, in their order. */
    InsightResults(
            DefinitionsOfProject definitions, Askings askings, BackgroundQueries background) {
        this.definitions = definitions;
        this.askings = askings;
        this.background = background;
    }

    /** How good results have to be that a request asks for. */
    Refresh refresh(Exchange exchange) {
        return requests.refreshOfInsight(TrendExchange.parameters(exchange.request()));
    }

    /**
     * The answer of an insight with its results.
     *
     * @param body the insight without results
     * @param node its query
     * @param spending is told before anything is computed
     */
    ObjectNode added(
            ObjectNode body, JsonNode node, Project project, Exchange exchange, Spending spending) {
        Instant now = exchange.request().receivedAt();
        TrendQuery query = queries.read(node, project, definitions.of(project.id()), now);
        exchange.log().done(Stage.READ);
        TrendExchange trend = new TrendExchange(exchange);
        TrendOutcome outcome =
                askings.answer(
                        AskedQuestion.query(node),
                        query,
                        project,
                        trend.asking(refresh(exchange), spending));
        return switch (outcome) {
            case TrendOutcome.Answered answered -> {
                exchange.log().cost().add(answered.origin());
                yield answered(body, node, project, query, answered);
            }
            case TrendOutcome.Pending(Instant startedAt) ->
                    InsightBody.withStatus(body, status(body, node, project, query, startedAt));
            case TrendOutcome.Missing() -> body;
        };
    }

    private ObjectNode answered(
            ObjectNode body,
            JsonNode node,
            Project project,
            TrendQuery query,
            TrendOutcome.Answered answered) {
        ObjectNode whole = InsightBody.withResults(body, QueryAnswer.of(answered.body(), query));
        return switch (answered.refresh()) {
            case TrendOutcome.Background.None() -> whole;
            case TrendOutcome.Background.Running(Instant startedAt) ->
                    InsightBody.withStatus(whole, status(body, node, project, query, startedAt));
        };
    }

    private ObjectNode status(
            ObjectNode body, JsonNode node, Project project, TrendQuery query, Instant since) {
        ObjectNode request = JsonFormat.object();
        request.set("query", node);
        QueryRecord record =
                background.remember(
                        UUID.randomUUID().toString(),
                        query,
                        project,
                        new RequestParameters(JsonFormat.object(), request),
                        since);
        return QueryStatus.statusOfRunning(record).put("insight_id", body.path("id").asLong());
    }
}
