package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where in time a tally puts what it counts: into buckets, or for windows of days into their days
 * or hours. A total has no slots.
 */
final class Slots {
    private final TrendQuery query;
    private final EventColumns columns;
    private final Map<Interval, Column> projected = new EnumMap<>(Interval.class);

    Slots(TrendQuery query, EventColumns columns) {
        this.query = query;
        this.columns = columns;
    }

    /** Whether there are slots at all. */
    boolean areThere() {
        return !query.display().isTotalValue();
    }

    /** How wide a tally's slots are. */
    static Interval widthOf(Tally tally) {
        Interval interval = tally.range().interval();
        if (!(tally.measure() instanceof Measure.ActiveKeys)) {
            return interval;
        }
        return switch (interval) {
            case MINUTE, HOUR -> interval;
            case DAY, WEEK, MONTH -> Interval.DAY;
        };
    }

    /** Lets each row say in which slot it is. */
    void projectInto(CountedEvents events, Tally tally) {
        if (!areThere() || tally.measure() instanceof Measure.FirstTimes) {
            return;
        }
        Interval width = widthOf(tally);
        String name = width == tally.range().interval() ? "bucket" : "day";
        Column time =
                switch (BucketPlanner.precision(
                        width, tally.first(), tally.last(), tally.range())) {
                    case DAY -> columns.day();
                    case QUARTER_HOUR -> columns.quarterHour();
                    case MILLISECOND -> columns.stored("timestamp");
                };
        projected.put(width, events.project(start(tally.range(), width, time), name));
    }

    /** The slot of a row; NULL for a total. */
    SqlExpression of(Tally tally) {
        if (!areThere()) {
            return new Null();
        }
        Column slot = projected.get(widthOf(tally));
        return slot == null ? of(tally, new Column("timestamp")) : slot;
    }

    /** The slot that a time lies in. */
    SqlExpression of(Tally tally, Column timestamp) {
        return start(tally.range(), widthOf(tally), timestamp);
    }

    private static SqlExpression start(TimeRange range, Interval width, Column timestamp) {
        return BucketPlanner.startOf(timestamp, width, range);
    }
}
