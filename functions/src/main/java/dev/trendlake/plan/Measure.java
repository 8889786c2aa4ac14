package dev.trendlake.plan;

import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.Statistic;

/**
 * What a tally makes of its events, in the terms of the statement: some measures look at events
 * alone, the others first at one row for each of the things they count.
 */
sealed interface Measure {
    /** The number of events. */
    record Events() implements Measure {}

    /** A statistic of a number that each event has. */
    record OfNumbers(Statistic statistic, Property property, double multiplier)
            implements Measure {}

    /** What an aggregate in HogQL gives. */
    record OfHogQl(HogQlText text) implements Measure {}

    /** The number of different keys in each bucket. */
    record DistinctKeys(CountedKey key) implements Measure {}

    /** The number of keys whose first bucket this is: what running totals of keys are made of. */
    record NewKeys(CountedKey key) implements Measure {}

    /** A statistic of the number of events that each key has in the bucket. */
    record OfEventsPerKey(CountedKey key, Statistic statistic) implements Measure {}

    /** A statistic of one number for each session in the bucket. */
    record OfSessions(Statistic statistic, Property property, double multiplier)
            implements Measure {}

    /** By how much the number of keys seen within so many days changes, day by day or hour. */
    record ActiveKeys(CountedKey key, int days) implements Measure {}

    /**
     * The number of people whose first event lies in the bucket: of all events of the entity, or of
     * those that pass the filters (spec: trends, 3.2).
     */
    record FirstTimes(boolean ofThoseThatPass) implements Measure {}

    /** Whether what is made of a bucket doesn't depend on what is made of others. */
    default boolean isByBucket() {
        return switch (this) {
            case Events _, OfNumbers _, OfHogQl _, DistinctKeys _, OfEventsPerKey _, ActiveKeys _ ->
                    true;
            case NewKeys _, OfSessions _, FirstTimes _ -> false;
        };
    }
}
