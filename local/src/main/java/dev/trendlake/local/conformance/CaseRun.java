package dev.trendlake.local.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trendlake.local.stack.FunctionFailed;
import dev.trendlake.local.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends the requests of a case, one after the other, through the function that takes each. */
final class CaseRun {
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
            String function =
                    stack.functionOf(request.method(), CasePayload.path(request, projectId));
            Answer answer = Answer.of(stack.invoke(function, payload));
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
}
