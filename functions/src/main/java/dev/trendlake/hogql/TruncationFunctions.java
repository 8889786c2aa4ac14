package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;
import static dev.trendlake.hogql.Sql.cast;

import dev.trendlake.hogql.HogQlType.IntervalOf;
import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.time.DayOfWeek;
import java.util.Map;

/** Starts of minutes, days, weeks …; from weeks on they are days, before that instants. */
final class TruncationFunctions {
    private static final Map<String, Integer> MINUTES =
            Map.of(
                    "toStartOfFiveMinutes", 5,
                    "toStartOfTenMinutes", 10,
                    "toStartOfFifteenMinutes", 15);

    private static final SqlExpression FIRST_DAY = cast(new Text("1970-01-01"), SqlType.DATE);

    private static final long FIRST_MONDAY = 4;

    private TruncationFunctions() {}

    static void addTo(FunctionTable table) {
        for (TimeUnit unit : TimeUnit.values()) {
            if (unit != TimeUnit.WEEK) {
                table.add("toStartOf" + unit.suffix(), 1, 2, a -> start(a, 0, unit));
            }
        }
        table.add("toStartOfWeek", 1, 2, TruncationFunctions::startOfWeek);
        table.add("toMonday", 1, 1, a -> TypedSql.date(week(a.coercion().date(a.value(0)), false)));
        table.add("toLastDayOfMonth", 1, 1, TruncationFunctions::lastDayOfMonth);
        table.add("dateTrunc", 2, 3, TruncationFunctions::truncated);
        table.add("date_trunc", 2, 3, TruncationFunctions::truncated);
        table.add("toStartOfInterval", 2, 3, TruncationFunctions::ofInterval);
        MINUTES.forEach((name, minutes) ->
                table.add(name, 1, 1, a -> ofSeconds(a, a.value(0), 60L * minutes)));
    }

    private static TypedSql start(Arguments arguments, int place, TimeUnit unit) {
        TypedSql value = arguments.value(place);
        Text word = new Text(unit.word());
        if (unit.isOfDays() && unit != TimeUnit.DAY) {
            SqlExpression date = arguments.coercion().date(value);
            return TypedSql.date(call(SqlFunction.DATE_TRUNC, word, date));
        }
        SqlExpression instant = arguments.coercion().instant(value);
        return TypedSql.second(call(SqlFunction.DATE_TRUNC, word, instant));
    }

    // Modes count as in MySQL: the odd ones start on Monday.
    private static TypedSql startOfWeek(Arguments arguments) {
        boolean fromSunday =
                arguments
                        .constantWhole(1)
                        .map(mode -> mode % 2 == 0)
                        .orElse(arguments.scope().weekStart() == DayOfWeek.SUNDAY);
        SqlExpression date = arguments.coercion().date(arguments.value(0));
        return TypedSql.date(week(date, fromSunday));
    }

    private static SqlExpression week(SqlExpression date, boolean fromSunday) {
        return fromSunday ? days(monday(days(date, 1)), -1) : monday(date);
    }

    private static SqlExpression monday(SqlExpression date) {
        return call(SqlFunction.DATE_TRUNC, new Text("week"), date);
    }

    private static SqlExpression days(SqlExpression date, long count) {
        return add("day", new Whole(count), date);
    }

    private static SqlExpression add(String unit, SqlExpression count, SqlExpression date) {
        return call(SqlFunction.DATE_ADD, new Text(unit), count, date);
    }

    private static TypedSql lastDayOfMonth(Arguments arguments) {
        SqlExpression first =
                call(
                        SqlFunction.DATE_TRUNC,
                        new Text("month"),
                        arguments.coercion().date(arguments.value(0)));
        return TypedSql.date(days(add("month", new Whole(1), first), -1));
    }

    private static TypedSql truncated(Arguments arguments) {
        String word = arguments.constantText(0);
        TimeUnit unit =
                TimeUnit.named(word)
                        .orElseThrow(() -> arguments.refused("unknown unit '%s'".formatted(word)));
        if (unit == TimeUnit.WEEK) {
            SqlExpression date = arguments.coercion().date(arguments.value(1));
            return TypedSql.date(monday(date));
        }
        return start(arguments, 1, unit);
    }

    private static TypedSql ofInterval(Arguments arguments) {
        TypedSql interval = arguments.value(1);
        if (!(interval.type() instanceof IntervalOf(var unit))
                || !(interval.sql() instanceof Decimal(var count))
                || count.signum() <= 0
                || count.precision() - count.scale() > 9) {
            throw arguments.refused("argument 2 must be an interval like toIntervalDay(7)");
        }
        TypedSql value = arguments.value(0);
        long length = Math.max(1, count.longValue());
        return switch (unit) {
            case SECOND -> ofSeconds(arguments, value, length);
            case MINUTE -> ofSeconds(arguments, value, length * 60);
            case HOUR -> ofHours(arguments, value, length);
            case DAY -> ofWholeDays(arguments, value, length);
            case WEEK -> ofDays(arguments, value, length * 7, FIRST_MONDAY);
            case MONTH -> ofMonths(arguments, value, length);
            case QUARTER -> ofMonths(arguments, value, length * 3);
            case YEAR -> ofMonths(arguments, value, length * 12);
        };
    }

    private static TypedSql ofSeconds(Arguments arguments, TypedSql value, long length) {
        SqlExpression instant = arguments.coercion().instant(value);
        SqlExpression start = multiple(call(SqlFunction.TO_UNIXTIME, instant), length);
        Text zone = new Text(arguments.scope().zone().getId());
        return TypedSql.second(call(SqlFunction.FROM_UNIXTIME, start, zone));
    }

    // Hours are counted from the local midnight.
    private static TypedSql ofHours(Arguments arguments, TypedSql value, long length) {
        return TypedSql.second(
                Let.be(
                        arguments.coercion().instant(value),
                        arguments.translator().newName("instant"),
                        instant -> {
                            SqlExpression midnight =
                                    call(SqlFunction.DATE_TRUNC, new Text("day"), instant);
                            SqlExpression hour = Sql.asDouble(call(SqlFunction.HOUR, instant));
                            SqlExpression hours = cast(multiple(hour, length), SqlType.BIGINT);
                            return add("hour", hours, midnight);
                        }));
    }

    private static TypedSql ofWholeDays(Arguments arguments, TypedSql value, long length) {
        TypedSql day = ofDays(arguments, value, length, 0);
        return TypedSql.second(arguments.coercion().instant(day));
    }

    private static TypedSql ofDays(
            Arguments arguments, TypedSql value, long length, long firstDay) {
        SqlExpression first = days(FIRST_DAY, firstDay);
        SqlExpression date = arguments.coercion().date(value);
        SqlExpression passed =
                Sql.asDouble(call(SqlFunction.DATE_DIFF, new Text("day"), first, date));
        SqlExpression start = cast(multiple(passed, length), SqlType.BIGINT);
        return TypedSql.date(add("day", start, first));
    }

    private static TypedSql ofMonths(Arguments arguments, TypedSql value, long length) {
        SqlExpression date = arguments.coercion().date(value);
        SqlExpression month = call(SqlFunction.DATE_TRUNC, new Text("month"), date);
        SqlExpression passed =
                Sql.asDouble(call(SqlFunction.DATE_DIFF, new Text("month"), FIRST_DAY, month));
        SqlExpression start = cast(multiple(passed, length), SqlType.BIGINT);
        return TypedSql.date(add("month", start, FIRST_DAY));
    }

    private static SqlExpression multiple(SqlExpression value, long length) {
        SqlExpression one = Sql.decimal(length);
        return Sql.times(call(SqlFunction.FLOOR, Sql.divided(value, one)), one);
    }
}
