package dev.trendlake.engine;

import dev.trendlake.sql.Select;

/** Runs statements over the lake. */
public interface QueryEngine {
    /**
     * Starts a statement, exactly once.
     *
     * @param token names this start: a start that is repeated with the same token and statement,
     *     because its answer was lost, finds the first one; 32 to 128 characters
     * @return the engine's own id of the execution
     * @throws dev.trendlake.error.InvalidRequest when the statement is longer than is allowed
     * @throws dev.trendlake.error.QueryUnavailable when the engine is too busy
     * @throws dev.trendlake.error.QueryFailed when the statement is refused
     */
    String start(Select statement, String token, Deadline deadline);

    /**
     * Waits for the rows of an execution that was just started.
     *
     * @throws StillRunning when the deadline passes first, or the engine can't be asked for now;
     *     the execution goes on
     * @throws dev.trendlake.error.InvalidRequest when the statement would read more than is allowed
     * @throws dev.trendlake.error.QueryUnavailable when the engine is too busy
     * @throws dev.trendlake.error.QueryFailed when the statement fails
     */
    QueryRun finish(String executionId, Deadline deadline) throws StillRunning;

    /**
     * Waits for the rows of an execution that was started earlier. Throws as {@link #finish} does.
     *
     * @throws ExecutionLost when there is no such execution any more, or it ended without rows and
     *     the statement has to be started again
     */
    QueryRun resume(String executionId, Deadline deadline) throws StillRunning, ExecutionLost;

    /** Whether an execution is over, well or not; false when the engine can't be asked for now. */
    boolean hasEnded(String executionId, Deadline deadline);

    /** Stops an execution, if it still runs. Who waits for it finds it lost. */
    void cancel(String executionId, Deadline deadline);

    /** Starts a statement and waits for its rows, throwing as both do. */
    default QueryRun run(Select statement, String token, Deadline deadline) throws StillRunning {
        return finish(start(statement, token, deadline), deadline);
    }
}
