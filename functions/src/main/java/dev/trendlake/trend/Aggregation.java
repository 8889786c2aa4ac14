package dev.trendlake.trend;

/** What is computed for each bucket of a series (spec: trends, 3). */
public sealed interface Aggregation {
    /** The number of events. */
    record Total() implements Aggregation {}

    /** The number of different actors in the bucket. */
    record UniqueActors(Actor actor) implements Aggregation {}

    /** The number of different actors in the {@code days} (7 or 30) that end with the bucket. */
    record ActiveActors(int days, Actor actor) implements Aggregation {}

    /** The number of different sessions. */
    record UniqueSessions() implements Aggregation {}

    /** People whose first such event ever is in the bucket. */
    record FirstTimeForUser() implements Aggregation {}

    /** People whose first such event that meets the filters is in the bucket. */
    record FirstMatchingEventForUser() implements Aggregation {}

    /**
     * A statistic of a property as a number, each value times {@code multiplier}.
     *
     * @param oncePerSession whether each session counts with one value in a bucket, and not each of
     *     its events (3.4)
     */
    record OfProperty(
            Statistic statistic, Property property, double multiplier, boolean oncePerSession)
            implements Aggregation {}

    /** A statistic of the number of events that each actor has in the bucket. */
    record CountPerActor(Statistic statistic) implements Aggregation {}

    /** What a HogQL aggregate gives. */
    record HogQl(HogQlText text) implements Aggregation {}
}
