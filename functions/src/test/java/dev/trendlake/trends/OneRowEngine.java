package dev.trendlake.trends;

import dev.trendlake.engine.Deadline;
import dev.trendlake.engine.ExecutionLost;
import dev.trendlake.engine.QueryEngine;
import dev.trendlake.engine.QueryRun;
import dev.trendlake.engine.Row;
import dev.trendlake.engine.StillRunning;
import dev.trendlake.error.QueryFailed;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.sql.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gives five events on the first of January for whatever is asked. */
final class OneRowEngine implements QueryEngine {
    final List<String> calls = new ArrayList<>();
    boolean isSlow;
    boolean refusesStarts;
    boolean losesExecutions;
    boolean failsExecutions;
    boolean hasEnded = true;

    @Override
    public String start(Select statement, String token, Deadline deadline) {
        if (refusesStarts) {
            throw new QueryUnavailable("too busy", Duration.ofSeconds(1));
        }
        calls.add("start");
        return "execution-" + starts();
    }

    @Override
    public QueryRun finish(String executionId, Deadline deadline) throws StillRunning {
        calls.add("finish " + executionId);
        return finished(executionId);
    }

    @Override
    public QueryRun resume(String executionId, Deadline deadline)
            throws StillRunning, ExecutionLost {
        calls.add("resume " + executionId);
        if (losesExecutions) {
            throw new ExecutionLost("gone");
        }
        if (failsExecutions) {
            throw new QueryFailed("no such table");
        }
        return finished(executionId);
    }

    @Override
    public boolean hasEnded(String executionId, Deadline deadline) {
        return hasEnded;
    }

    @Override
    public void cancel(String executionId, Deadline deadline) {
        calls.add("cancel " + executionId);
    }

    long starts() {
        return calls.stream().filter("start"::equals).count();
    }

    private QueryRun finished(String executionId) throws StillRunning {
        if (isSlow) {
            throw new StillRunning(executionId);
        }
        return new QueryRun(
                executionId,
                List.of(new Row(List.of("1", "0", "{\"2020-01-01\":5}"))),
                42,
                Duration.ZERO,
                Duration.ZERO);
    }
}
