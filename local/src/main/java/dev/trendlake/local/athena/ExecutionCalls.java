package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The calls that look at executions and stop them. */
final class ExecutionCalls {
    private static final int BATCH = 50;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Executions executions;

    ExecutionCalls(Executions executions) {
        this.executions = executions;
    }

    ObjectNode get(RequestBody request) throws Refusal {
        Execution execution = executions.required(request.required("QueryExecutionId"));
        return NODES.objectNode().set("QueryExecution", ExecutionAnswer.of(execution.show()));
    }

    ObjectNode batchGet(RequestBody request) throws Refusal {
        Optional<List<String>> ids = request.texts("QueryExecutionIds");
        if (ids.isEmpty()) {
            throw RequestBody.missing("QueryExecutionIds");
        }
        if (ids.get().isEmpty() || ids.get().size() > BATCH) {
            throw Refusal.constraint(
                    "'" + ids.get() + "'",
                    "queryExecutionIds",
                    "Member must have length between 1 and " + BATCH);
        }
        return batchOf(ids.get());
    }

    ObjectNode stop(RequestBody request) throws Refusal {
        executions.required(request.required("QueryExecutionId")).end(Ending.stopped());
        return NODES.objectNode();
    }

    private ObjectNode batchOf(List<String> ids) {
        ObjectNode answer = NODES.objectNode();
        ArrayNode found = answer.putArray("QueryExecutions");
        ArrayNode missing = answer.putArray("UnprocessedQueryExecutionIds");
        for (String id : ids) {
            executions
                    .find(id)
                    .ifPresentOrElse(
                            execution -> found.add(ExecutionAnswer.of(execution.show())),
                            () -> missing.add(notFound(id)));
        }
        return answer;
    }

    private static ObjectNode notFound(String id) {
        return NODES.objectNode()
                .put("QueryExecutionId", id)
                .put("ErrorCode", "QUERY_EXECUTION_NOT_FOUND")
                .put("ErrorMessage", "QueryExecution " + id + " was not found");
    }
}
