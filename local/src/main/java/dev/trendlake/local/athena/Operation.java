package dev.trendlake.local.athena;

import java.util.Arrays;
import java.util.Optional;

/** What can be asked of the local Athena. */
public enum Operation {
    /** Starts a query. */
    START_QUERY_EXECUTION("StartQueryExecution"),
    /** Asks for the state of one query. */
    GET_QUERY_EXECUTION("GetQueryExecution"),
    /** Asks for the states of up to 50 queries. */
    BATCH_GET_QUERY_EXECUTION("BatchGetQueryExecution"),
    /** Reads a page of rows. */
    GET_QUERY_RESULTS("GetQueryResults"),
    /** Cancels a query. */
    STOP_QUERY_EXECUTION("StopQueryExecution"),
    /** Lists the queries of a workgroup. */
    LIST_QUERY_EXECUTIONS("ListQueryExecutions"),
    /** Describes a workgroup. */
    GET_WORK_GROUP("GetWorkGroup"),
    /** Lists the workgroups. */
    LIST_WORK_GROUPS("ListWorkGroups");

    private static final String TARGET = "AmazonAthena.";

    private final String wireName;

    Operation(String wireName) {
        this.wireName = wireName;
    }

    static Optional<Operation> ofTarget(String target) {
        return Arrays.stream(values())
                .filter(operation -> target.equals(TARGET + operation.wireName))
                .findFirst();
    }
}
