package dev.trendlake.sql;

import java.util.List;

/**
 * A statement.
 *
 * @param projections what it gives; at least one
 * @param from where rows come from
 * @param where which rows count; {@code TRUE} for all
 * @param groupBy by what they are grouped; none for not at all
 * @param orderBy in which order they come; none for any
 */
public record Select(
        List<Projection> projections,
        Source from,
        SqlExpression where,
        List<SqlExpression> groupBy,
        List<Order> orderBy) {

    /** Copies the lists and checks that something is given. */
    public Select {
        projections = List.copyOf(projections);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
        if (projections.isEmpty()) {
            throw new IllegalArgumentException("a statement that gives nothing");
        }
    }
}
