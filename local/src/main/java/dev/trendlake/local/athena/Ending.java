package dev.trendlake.local.athena;

/** How an execution ended. */
sealed interface Ending {
    record Succeeded(QueryResult result) implements Ending {}

    record Failed(AthenaError error) implements Ending {}

    record Cancelled(String reason) implements Ending {}

    /** The end that {@code StopQueryExecution} brings. */
    static Ending stopped() {
        return new Cancelled("Query cancelled by user");
    }

    /** The end at the workgroup's limit. */
    static Ending readTooMuch() {
        return new Cancelled("Bytes scanned limit was exceeded");
    }

    default ExecutionState state() {
        return switch (this) {
            case Succeeded succeeded -> ExecutionState.SUCCEEDED;
            case Failed failed -> ExecutionState.FAILED;
            case Cancelled cancelled -> ExecutionState.CANCELLED;
        };
    }
}
