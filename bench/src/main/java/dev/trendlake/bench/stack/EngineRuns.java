package dev.trendlake.bench.stack;

import dev.trendlake.local.engine.Engine;
import dev.trendlake.local.engine.EngineStatement;
import io.trino.client.StatementStats;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs statements on an engine of this process, over the lake of a stack. */
public final class EngineRuns implements AutoCloseable {
    private final Engine engine;
    private final String database;

    /** Starts the engine. */
    public EngineRuns(HostedStack stack) {
        this.engine = Engine.start(stack.buckets(), stack.metastore());
        this.database = stack.running().database();
    }

    /**
     * Runs a statement to its end.
     *
     * @throws IllegalStateException when it fails
     */
    public Ran run(String sql) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (EngineStatement statement = engine.start(sql, database)) {
            while (statement.advance()) {
                rows.addAll(statement.rows());
            }
            statement
                    .error()
                    .ifPresent(error -> {
                        throw new IllegalStateException(error.getMessage() + "\n" + sql);
                    });
            StatementStats stats = statement.stats();
            return new Ran(rows, stats.getCpuTimeMillis(), stats.getPhysicalInputBytes());
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    /**
     * A statement that ran.
     *
     * @param rows its result
     * @param cpuMilliseconds the time that processors were at work on it
     * @param bytes what it read
     */
    public record Ran(List<List<@Nullable Object>> rows, long cpuMilliseconds, long bytes) {
        /** Copies the rows. */
        public Ran {
            rows = List.copyOf(rows);
        }
    }
}
