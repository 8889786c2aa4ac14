package dev.trendlake.plan;

import dev.trendlake.sql.Select;
import java.util.Set;

/**
 * How a question is answered.
 *
 * @param statement the one statement
 * @param fromDocuments the properties that it reads documents for; a column of its own would save
 *     that
 */
public record TrendPlan(Select statement, Set<DocumentProperty> fromDocuments) {
    /** Copies the set. */
    public TrendPlan {
        fromDocuments = Set.copyOf(fromDocuments);
    }
}
