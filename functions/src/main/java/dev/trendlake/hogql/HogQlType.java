package dev.trendlake.hogql;

/** What kind of value a HogQL expression gives. */
public sealed interface HogQlType {
    /** A single value; in brackets how SQL has it. */
    enum Single implements HogQlType {
        /** A text (varchar). */
        TEXT,
        /** A whole number (bigint). */
        WHOLE,
        /** A number (double). */
        NUMBER,
        /** A truth that reads {@code true} or {@code false} (boolean). */
        BOOLEAN,
        /** A truth that reads 1 or 0, as comparisons give (boolean). */
        FLAG,
        /** An instant (timestamp with time zone, in the zone that it is shown in). */
        INSTANT,
        /** An instant that is shown without fraction of a second (as above). */
        SECOND,
        /** A day (date). */
        DATE,
        /** Always NULL. */
        NOTHING
    }

    /** A list of values (array). */
    record ArrayOf(HogQlType element) implements HogQlType {}

    /** A number of units of time (double). */
    record IntervalOf(TimeUnit unit) implements HogQlType {}
}
