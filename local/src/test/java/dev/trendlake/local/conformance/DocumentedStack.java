package dev.trendlake.local.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.local.document.ApiAnswer;
import dev.trendlake.local.document.ApiDocument;
import dev.trendlake.local.stack.FunctionFailed;
import dev.trendlake.local.stack.RunningStack;
import dev.trendlake.local.stack.Stack;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A stack whose answers, and the requests that it answers well, are held against the document. */
final class DocumentedStack implements Stack {
    private final Stack stack;
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    DocumentedStack(Stack stack) {
        this.stack = stack;
    }

    /** What was not as documented. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public RunningStack running() {
        return stack.running();
    }

    @Override
    public String invoke(String function, String event)
            throws FunctionFailed, InterruptedException {
        String answer = stack.invoke(function, event);
        try {
            check(CaseJson.MAPPER.readTree(event), answer);
        } catch (JsonProcessingException e) {
            violations.add(e.getMessage());
        }
        return answer;
    }

    @Override
    public String functionOf(String method, String path) {
        return stack.functionOf(method, path);
    }

    @Override
    public void close() {
        stack.close();
    }

    private void check(JsonNode event, String payload) throws JsonProcessingException {
        String method = event.at("/requestContext/http/method").asText();
        String path = event.path("rawPath").asText();
        Answer answer = Answer.of(payload);
        String contentType = CaseJson.MAPPER.readTree(payload).at("/headers/content-type").asText();
        violations.addAll(
                ApiDocument.SERVED.violations(
                        new ApiAnswer(method, path, answer.status(), contentType, answer.body())));
        if (answer.status() == 200 && event.has("body")) {
            JsonNode body = CaseJson.MAPPER.readTree(event.path("body").asText());
            ApiDocument.SERVED.violationsOfRequest(method, path, body).stream()
                    .map(violation -> "request %s %s".formatted(violation, body))
                    .forEach(violations::add);
        }
    }
}
