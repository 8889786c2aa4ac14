package dev.trendlake.plan;

import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** How exactly the time of an event has to be known. */
enum TimePrecision {
    /** Its UTC day. */
    DAY,
    /**
     * Its quarter of an hour, at whose beginnings all clocks of today change and show full hours.
     */
    QUARTER_HOUR,
    /** Itself. */
    MILLISECOND;

    private static final int MINUTES = 15;
    private static final int SECONDS = 60 * MINUTES;

    /**
     * What tells hours and days of a zone apart: the quarter hour, unless the zone is off it by
     * minutes at some time between two instants, as zones were before there were time zones.
     */
    static TimePrecision ofBuckets(ZoneId zone, Instant from, Instant to) {
        ZoneRules rules = zone.getRules();
        Instant at = from.minus(Duration.ofDays(1));
        boolean isFull = rules.getOffset(at).getTotalSeconds() % SECONDS == 0;
        ZoneOffsetTransition change = rules.nextTransition(at);
        while (isFull
                && change != null
                && !change.getInstant().isAfter(to.plus(Duration.ofDays(1)))) {
            isFull =
                    change.getOffsetAfter().getTotalSeconds() % SECONDS == 0
                            && change.toEpochSecond() % SECONDS == 0;
            change = rules.nextTransition(change.getInstant());
        }
        return isFull ? QUARTER_HOUR : MILLISECOND;
    }

    /** The beginning of an event's quarter hour, of the midnight before it. */
    static SqlExpression quarterHour(SqlExpression midnight) {
        SqlExpression minutes =
                new Arithmetic(
                        ArithmeticOperator.MULTIPLY, new Column("quarter"), new Whole(MINUTES));
        return new Call(SqlFunction.DATE_ADD, new Text("minute"), minutes, midnight);
    }
}
