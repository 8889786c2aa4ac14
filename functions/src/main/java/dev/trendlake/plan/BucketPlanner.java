package dev.trendlake.plan;

import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.LocalTime;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Names the bucket of an event, in SQL and in Java alike. Days, weeks and months are dates of the
 * project's zone, never truncated instants: midnight does not exist everywhere. Hours are instants,
 * for the hour that a clock change repeats is two.
 */
public final class BucketPlanner {
    private BucketPlanner() {}

    /** The start of the bucket that a timestamp of the lake lies in: a date, or seconds. */
    static SqlExpression startOf(Column timestamp, Interval width, TimeRange range) {
        SqlExpression local = local(timestamp, range.zone());
        SqlExpression date = new Cast(local, SqlType.DATE, false);
        return switch (width) {
            case MINUTE -> unixTime("minute", local);
            case HOUR -> unixTime("hour", local);
            case DAY -> date;
            case WEEK -> startOfWeek(date, range.weekStart());
            case MONTH -> new Call(SqlFunction.DATE_TRUNC, new Text("month"), date);
        };
    }

    /** The name of a bucket, a text, of its start. */
    static SqlExpression nameOf(SqlExpression start) {
        return new Cast(start, SqlType.VARCHAR, false);
    }

    /** The name of the bucket that starts here. */
    public static String nameOf(ZonedDateTime start, TimeRange range) {
        return switch (range.interval()) {
            case MINUTE, HOUR -> Long.toString(start.toEpochSecond());
            case DAY, WEEK, MONTH -> start.toLocalDate().toString();
        };
    }

    /** How exactly a time has to be known to tell the bucket of this width that it lies in. */
    static TimePrecision precision(Interval width, Instant from, Instant to, TimeRange range) {
        return switch (width) {
            case MINUTE -> TimePrecision.MILLISECOND;
            case HOUR -> TimePrecision.ofBuckets(range.zone(), from, to);
            case DAY, WEEK, MONTH ->
                    isUtc(range.zone())
                            ? TimePrecision.DAY
                            : TimePrecision.ofBuckets(range.zone(), from, to);
        };
    }

    // The lake's own zone takes no conversion.
    private static SqlExpression local(Column timestamp, ZoneId zone) {
        return isUtc(zone) ? timestamp : new LocalTime(timestamp, zone.getId());
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.getRules().isFixedOffset()
                && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
    }

    private static SqlExpression unixTime(String unit, SqlExpression local) {
        SqlExpression start = new Call(SqlFunction.DATE_TRUNC, new Text(unit), local);
        return new Cast(new Call(SqlFunction.TO_UNIXTIME, start), SqlType.BIGINT, false);
    }

    private static SqlExpression startOfWeek(SqlExpression date, DayOfWeek weekStart) {
        if (weekStart == DayOfWeek.MONDAY) {
            return new Call(SqlFunction.DATE_TRUNC, new Text("week"), date);
        }
        SqlExpression daysSinceSunday =
                new Arithmetic(
                        ArithmeticOperator.MODULO,
                        new Call(SqlFunction.DAY_OF_WEEK, date),
                        new Whole(7));
        SqlExpression back =
                new Arithmetic(ArithmeticOperator.SUBTRACT, new Whole(0), daysSinceSunday);
        return new Call(SqlFunction.DATE_ADD, new Text("day"), back, date);
    }
}
