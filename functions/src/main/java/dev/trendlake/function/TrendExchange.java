package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.project.Project;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trend.TrendQuery;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.TrendOutcome;
import dev.trendlake.trends.TrendService;
import java.util.List;

/** What the routes share that answer a trends question, whatever the form it comes in. */
record TrendExchange(Exchange exchange) {

    /** What was sent, but for what is for the door alone: the key above all. */
    static RequestParameters parameters(HttpRequest request) {
        ObjectNode query = request.query().deepCopy();
        ObjectNode body = request.body().deepCopy();
        query.remove(List.of("personal_api_key", "format"));
        body.remove("personal_api_key");
        return new RequestParameters(query, body);
    }

    /** Asks the question that was read. */
    TrendOutcome ask(TrendService trends, TrendQuery query, Project project, Refresh refresh) {
        Asking asking =
                new Asking(
                        refresh,
                        exchange.request().receivedAt(),
                        exchange.invocation().deadline(),
                        exchange.invocation().id(),
                        exchange.request().url(),
                        exchange.log());
        TrendOutcome outcome = trends.answer(query, project, asking);
        exchange.log().origin(outcome.origin());
        return outcome;
    }

    /** An answer, with what it cost. */
    static HttpResponse response(HttpResponse response, TrendOutcome.Origin origin) {
        return switch (origin) {
            case TrendOutcome.Origin.Cache(), TrendOutcome.Origin.Nowhere() -> response;
            case TrendOutcome.Origin.Execution(String id, long bytesScanned) ->
                    response.with("x-trendlake-execution-id", id)
                            .with("x-trendlake-bytes-scanned", Long.toString(bytesScanned));
        };
    }
}
