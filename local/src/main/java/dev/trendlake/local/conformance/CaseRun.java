package dev.trendlake.local.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trendlake.local.stack.FunctionFailed;
import dev.trendlake.local.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends the requests of a case, one after the other, through the function that takes each. */
final class CaseRun {
    private static final String TREND = "insights/trend";
    private static final String QUERY = "query";

    private final Stack stack;
    private final String key;

    /**
     * @param key an API key that may ask for every project
     */
    CaseRun(Stack stack, String key) {
        this.stack = stack;
        this.key = key;
    }

    List<Outcome> run(long projectId, ConformanceCase source) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (CaseRequest request : source.requests()) {
            outcomes.add(run(projectId, new RequestName(source.id(), request.name()), request));
        }
        return outcomes;
    }

    private Outcome run(long projectId, RequestName name, CaseRequest request)
            throws InterruptedException {
        try {
            String payload = CasePayload.of(request, projectId, key);
            Answer answer = Answer.of(stack.invoke(functionOf(request), payload));
            Optional<Difference> difference =
                    new AnswerComparison(request.expectation(), request.path(), answer)
                            .firstDifference();
            return difference.isEmpty()
                    ? new Outcome.Passed(name)
                    : new Outcome.Failed(name, difference.get().toString());
        } catch (FunctionFailed | JsonProcessingException e) {
            return new Outcome.Failed(name, "no answer: " + Difference.shorten(e.toString()));
        }
    }

    // The gateway's own rule: what no route of a function matches goes to the fallback.
    private static String functionOf(CaseRequest request) {
        boolean posts = request.method().equals("POST");
        if (posts && request.path().equals(QUERY)) {
            return "QueryFunction";
        }
        boolean isTrend = posts || request.method().equals("GET");
        return isTrend && request.path().equals(TREND) ? "TrendFunction" : "FallbackFunction";
    }
}
