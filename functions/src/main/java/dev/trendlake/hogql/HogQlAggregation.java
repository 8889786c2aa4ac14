package dev.trendlake.hogql;

import dev.trendlake.sql.Projection;
import dev.trendlake.sql.SqlExpression;
import java.util.List;

/**
 * An aggregate expression in two parts.
 *
 * @param inputs what it needs of each event, to be computed before events are grouped
 * @param value the double that it gives for a group of rows that have those columns; may be NULL
 */
public record HogQlAggregation(List<Projection> inputs, SqlExpression value) {
    /** Copies the list. */
    public HogQlAggregation {
        inputs = List.copyOf(inputs);
    }
}
