package dev.trendlake.plan;

import dev.trendlake.project.LakeReach;
import dev.trendlake.sql.Select;
import java.util.Set;

/**
 * How a question is answered.
 *
 * @param statement the one statement
 * @param fromDocuments the properties that it reads documents for; a column of its own would save
 *     that
 * @param reach what of the lake it reads
 * @param isByBucket whether what it says of a bucket follows from the events of that bucket, or of
 *     the windows that end in it, alone
 */
public record TrendPlan(
        Select statement,
        Set<DocumentProperty> fromDocuments,
        LakeReach reach,
        boolean isByBucket) {
    /** Copies the set. */
    public TrendPlan {
        fromDocuments = Set.copyOf(fromDocuments);
    }
}
