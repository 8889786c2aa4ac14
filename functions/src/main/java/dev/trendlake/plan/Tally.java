package dev.trendlake.plan;

import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TimeRange;
import java.time.Instant;

/**
 * One series counted in one period: the statement makes all tallies in one pass.
 *
 * @param number its number in the statement, from 1
 * @param seriesPlace the place of the series in the question, from 1
 * @param period 0 for the period that is asked about, 1 for the one it is compared with
 * @param series what is counted
 * @param range the period
 * @param measure what is made of the events
 * @param first the first instant at which an event counts, to the second
 * @param last the last one
 */
record Tally(
        int number,
        int seriesPlace,
        int period,
        Series series,
        TimeRange range,
        Measure measure,
        Instant first,
        Instant last) {

    /** Says which events the pass has to come by. */
    void reachInto(ScanReach reach) {
        if (!looksAtNamesBefore()) {
            reach.entity(series.entity(), first, last);
            return;
        }
        reach.entity(series.entity(), range.firstInstant(), last);
        reach.history(series.entity(), first);
    }

    // Before the range, somebody's first event of a name is looked at for its time alone.
    private boolean looksAtNamesBefore() {
        return measure instanceof Measure.FirstTimes(boolean ofThoseThatPass)
                && !ofThoseThatPass
                && !(series.entity() instanceof Entity.ActionEvents);
    }
}
