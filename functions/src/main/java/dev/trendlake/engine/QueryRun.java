package dev.trendlake.engine;

import java.time.Duration;
import java.util.List;

/**
 * A statement that was run to its end.
 *
 * @param executionId the engine's own id of the execution
 * @param rows what it gave, without any header
 * @param bytesScanned how many bytes the engine read
 * @param queued how long it waited for its turn
 * @param engineTime how long the engine worked on it
 */
public record QueryRun(
        String executionId,
        List<Row> rows,
        long bytesScanned,
        Duration queued,
        Duration engineTime) {
    /** Copies the rows. */
    public QueryRun {
        rows = List.copyOf(rows);
    }
}
