package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;
import static dev.trendlake.hogql.Sql.cast;

import dev.trendlake.hogql.HogQlType.IntervalOf;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.SqlExpression;
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
                table.add(name, 1, 1, a -> ofSeconds(a, a.instant(0), Sql.decimal(60L * minutes))));
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
        if (!(interval.type() instanceof IntervalOf(var unit))) {
            throw arguments.refused("argument 2 must be an interval like toIntervalDay(7)");
        }
        SqlExpression count = interval.sql();
        SqlExpression date = arguments.coercion().date(arguments.value(0));
        return switch (unit) {
            case SECOND -> ofSeconds(arguments, arguments.instant(0), count);
            case MINUTE ->
                    ofSeconds(arguments, arguments.instant(0), Sql.times(count, Sql.decimal(60)));
            case HOUR -> ofHours(arguments, count);
            case DAY ->
                    new TypedSql(
                            arguments.coercion().instant(ofDays(date, count, 0)), Single.SECOND);
            case WEEK -> ofDays(date, Sql.times(count, Sql.decimal(7)), 4);
            case MONTH -> ofMonths(date, count);
            case QUARTER -> ofMonths(date, Sql.times(count, Sql.decimal(3)));
            case YEAR -> ofMonths(date, Sql.times(count, Sql.decimal(12)));
        };
    }

    private static TypedSql ofSeconds(
            Arguments arguments, SqlExpression instant, SqlExpression length) {
        SqlExpression start = multiple(call(SqlFunction.TO_UNIXTIME, instant), length);
        Text zone = new Text(arguments.scope().zone().getId());
        return TypedSql.second(call(SqlFunction.FROM_UNIXTIME, start, zone));
    }

    // Hours are counted from the local midnight.
    private static TypedSql ofHours(Arguments arguments, SqlExpression length) {
        SqlExpression instant = arguments.instant(0);
        SqlExpression midnight = call(SqlFunction.DATE_TRUNC, new Text("day"), instant);
        SqlExpression hour = Sql.asDouble(call(SqlFunction.HOUR, instant));
        SqlExpression hours = cast(multiple(hour, length), SqlType.BIGINT);
        return TypedSql.second(add("hour", hours, midnight));
    }

    private static TypedSql ofDays(SqlExpression date, SqlExpression length, long firstDay) {
        SqlExpression passed =
                Sql.asDouble(
                        call(
                                SqlFunction.DATE_DIFF,
                                new Text("day"),
                                days(FIRST_DAY, firstDay),
                                date));
        SqlExpression start = cast(multiple(passed, length), SqlType.BIGINT);
        return TypedSql.date(add("day", start, days(FIRST_DAY, firstDay)));
    }

    private static TypedSql ofMonths(SqlExpression date, SqlExpression length) {
        SqlExpression years = Sql.asDouble(call(SqlFunction.YEAR, date));
        SqlExpression months = Sql.asDouble(call(SqlFunction.MONTH, date));
        SqlExpression index =
                Sql.plus(
                        Sql.times(Sql.minus(years, Sql.decimal(1970)), Sql.decimal(12)),
                        Sql.minus(months, Sql.decimal(1)));
        SqlExpression start = cast(multiple(index, length), SqlType.BIGINT);
        return TypedSql.date(add("month", start, FIRST_DAY));
    }

    private static SqlExpression multiple(SqlExpression value, SqlExpression length) {
        return Sql.times(call(SqlFunction.FLOOR, Sql.divided(value, length)), length);
    }
}
