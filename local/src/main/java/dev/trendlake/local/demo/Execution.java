package dev.trendlake.local.demo;

import dev.trendlake.local.stack.StackClients;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/**
 * What Athena says of an execution.
 *
 * @param sql its statement
 * @param bytes how much it read
 * @param milliseconds how long the engine took
 */
record Execution(String sql, long bytes, long milliseconds) {
    static Execution find(StackClients clients, String id) {
        try (AthenaClient athena = clients.athena()) {
            QueryExecution execution =
                    athena.getQueryExecution(request -> request.queryExecutionId(id))
                            .queryExecution();
            return new Execution(
                    execution.query(),
                    execution.statistics().dataScannedInBytes(),
                    execution.statistics().engineExecutionTimeInMillis());
        }
    }
}
