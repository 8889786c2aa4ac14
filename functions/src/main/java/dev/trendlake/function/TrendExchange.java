package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.request.RequestParameters;
import dev.trendlake.trend.Refresh;
import dev.trendlake.trends.Asking;
import dev.trendlake.trends.Spending;
import dev.trendlake.trends.TrendOutcome;
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

    /**
     * The circumstances in which the question is asked.
     *
     * @param spending is told before anything is computed
     */
    Asking asking(Refresh refresh, Spending spending) {
        return new Asking(
                refresh,
                exchange.request().receivedAt(),
                exchange.invocation().deadline(),
                exchange.invocation().id(),
                exchange.request().url(),
                exchange.log(),
                () -> {
                    spending.spend();
                    exchange.log().cost().starts();
                });
    }

    /** An answer, with what it cost. */
    HttpResponse response(HttpResponse response, TrendOutcome.Origin origin) {
        AnswerCost cost = exchange.log().cost();
        cost.add(origin);
        return cost.on(response);
    }
}
