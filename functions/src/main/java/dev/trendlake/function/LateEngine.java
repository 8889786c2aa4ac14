package dev.trendlake.function;

import dev.trendlake.engine.Deadline;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.sql.Select;

/** An engine that is made for the first question that needs one. */
record LateEngine(Late<QueryEngine> engine) implements QueryEngine {
    @Override
    public String start(Select statement, String token, Deadline deadline) {
        return engine.get().start(statement, token, deadline);
    }

    @Override
    public QueryRun finish(String executionId, Deadline deadline) throws StillRunning {
        return engine.get().finish(executionId, deadline);
    }

    @Override
    public QueryRun resume(String executionId, Deadline deadline)
            throws StillRunning, ExecutionLost {
        return engine.get().resume(executionId, deadline);
    }

    @Override
    public boolean hasEnded(String executionId, Deadline deadline) {
        return engine.get().hasEnded(executionId, deadline);
    }

    @Override
    public void cancel(String executionId, Deadline deadline) {
        engine.get().cancel(executionId, deadline);
    }
}
