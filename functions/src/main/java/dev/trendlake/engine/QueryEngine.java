package dev.trendlake.engine;

import dev.trendlake.sql.Select;

/** Runs statements over the lake. */
public interface QueryEngine {
    /**
     * Starts a statement, exactly once, and waits for its rows.
     *
     * @param token names this start: a start that is repeated with the same token and statement,
     *     because its answer was lost, finds the first one; 32 to 128 characters
     * @throws StillRunning when the deadline passes first, or the engine can't be asked for now;
     *     the execution goes on
     * @throws dev.trendlake.error.InvalidRequest when the statement would read more than is allowed
     * @throws dev.trendlake.error.QueryUnavailable when the engine is too busy
     * @throws dev.trendlake.error.QueryFailed when the statement fails
     */
    QueryRun run(Select statement, String token, Deadline deadline) throws StillRunning;

    /**
     * Waits for the rows of an execution that was started earlier. Throws as {@link #run} does.
     *
     * @throws ExecutionLost when there is no such execution any more, or it ended without rows and
     *     the statement has to be started again
     */
    QueryRun resume(String executionId, Deadline deadline) throws StillRunning, ExecutionLost;
}
