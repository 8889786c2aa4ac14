package dev.trendlake.local.command;

import java.util.List;

/**
 * What columns would save.
 *
 * @param questions how many questions were computed
 * @param bytes what they read
 * @param fromDocuments how many of them read documents for properties
 * @param byProperty what each property would save, the most first
 */
record ColumnsSavings(long questions, long bytes, long fromDocuments, List<Saving> byProperty) {
    /** Copies the list. */
    ColumnsSavings {
        byProperty = List.copyOf(byProperty);
    }

    /**
     * What a column of one property would save at most.
     *
     * @param project of which project
     * @param property as the log names it, {@code event:$browser}
     * @param questions how many questions read documents for it
     * @param bytes its share of what they read
     */
    record Saving(long project, String property, long questions, double bytes) {
        /** What the column would save of other questions besides. */
        Saving and(Saving other) {
            return new Saving(project, property, questions + other.questions, bytes + other.bytes);
        }
    }
}
