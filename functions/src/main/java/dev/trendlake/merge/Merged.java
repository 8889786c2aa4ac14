package dev.trendlake.merge;

import dev.trendlake.engine.Row;
import java.util.List;

/**
 * The rows of a question, put together.
 *
 * @param keeping keeps what was learned, and may be run beside other work
 */
public record Merged(List<Row> rows, Runnable keeping) {
    /** Copies the rows. */
    public Merged {
        rows = List.copyOf(rows);
    }
}
