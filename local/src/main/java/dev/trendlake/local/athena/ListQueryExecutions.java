package dev.trendlake.local.athena;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists the queries of a workgroup, the newest first. */
final class ListQueryExecutions {
    private final Executions executions;
    private final WorkGroups workGroups;

    ListQueryExecutions(Executions executions, WorkGroups workGroups) {
        this.executions = executions;
        this.workGroups = workGroups;
    }

    ObjectNode answer(RequestBody request) throws Refusal {
        WorkGroup workGroup =
                workGroups.required(request.text("WorkGroup").orElse(WorkGroups.PRIMARY));
        NamePage page = NamePage.of(request, executions.newestOf(workGroup));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = answer.putArray("QueryExecutionIds");
        page.names().forEach(ids::add);
        page.nextToken().ifPresent(token -> answer.put("NextToken", token));
        return answer;
    }
}
