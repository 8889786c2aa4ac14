package dev.trendlake.intake.lake;

import java.util.function.Function;

/**
 * Where a file's row groups begin. An engine passes over whole row groups whose rows can't be asked
 * for, so rows that are asked for together should have row groups of their own.
 *
 * @param <R> a row
 * @param subject what rows are asked for by, and in whose order they come
 * @param leastRows how many rows a row group has at least, before one of another subject follows it
 */
public record RowGroupCut<R>(Function<R, Object> subject, long leastRows) {
    /** As large as they are written at once, 16 MB of values, whatever the rows. */
    public static <R> RowGroupCut<R> bySize() {
        return new RowGroupCut<>(_ -> "", 1);
    }
}
