package dev.trendlake.local.engine;

import io.trino.client.Column;
import io.trino.client.QueryError;
import io.trino.client.StatementClient;
import io.trino.client.StatementStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement at work in the engine. Closing it before its end cancels it. */
public final class EngineStatement implements AutoCloseable {
    private final StatementClient client;
    private boolean begun;

    EngineStatement(StatementClient client) {
        this.client = client;
    }

    /** Waits for the next piece of the result; false when there is none any more. */
    public boolean advance() {
        if (!begun) {
            begun = true;
            return client.isRunning();
        }
        return client.advance() && client.isRunning();
    }

    /** The rows of the piece at hand, as the engine's client gives them. */
    public List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<Object> row : client.currentRows()) {
            rows.add(new ArrayList<@Nullable Object>(row));
        }
        return rows;
    }

    /** The columns, as soon as they are known. */
    public Optional<List<Column>> columns() {
        return Optional.ofNullable(
                client.isRunning()
                        ? client.currentStatusInfo().getColumns()
                        : client.finalStatusInfo().getColumns());
    }

    /** What it took until now: milliseconds and bytes. */
    public StatementStats stats() {
        return client.getStats();
    }

    /** Why it failed, at its end. */
    public Optional<QueryError> error() {
        return Optional.ofNullable(client.finalStatusInfo().getError());
    }

    @Override
    public void close() {
        client.close();
    }
}
