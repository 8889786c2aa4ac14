package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;
import static dev.trendlake.hogql.Sql.cast;

import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.LocalTime;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Timestamp;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Parts of times, and times as numbers and texts; all of them in the project's zone. */
final class TimeFunctions {
    private static final Map<String, SqlFunction> PARTS =
            Map.ofEntries(
                    Map.entry("toYear", SqlFunction.YEAR),
                    Map.entry("toQuarter", SqlFunction.QUARTER),
                    Map.entry("toMonth", SqlFunction.MONTH),
                    Map.entry("toISOWeek", SqlFunction.WEEK),
                    Map.entry("toDayOfYear", SqlFunction.DAY_OF_YEAR),
                    Map.entry("toDayOfMonth", SqlFunction.DAY),
                    Map.entry("toDayOfWeek", SqlFunction.DAY_OF_WEEK));

    private static final Map<String, SqlFunction> CLOCK_PARTS =
            Map.of(
                    "toHour", SqlFunction.HOUR,
                    "toMinute", SqlFunction.MINUTE,
                    "toSecond", SqlFunction.SECOND);

    private TimeFunctions() {}

    static void addTo(FunctionTable table) {
        PARTS.forEach((name, function) ->
                table.add(name, 1, 3, a -> TypedSql.whole(call(function, calendar(a)))));
        CLOCK_PARTS.forEach((name, function) ->
                table.add(name, 1, 2, a -> TypedSql.whole(call(function, shown(a, 0, 1)))));
        table.add("toYYYYMM", 1, 2, a -> digits(a, "%Y%m"));
        table.add("toYYYYMMDD", 1, 2, a -> digits(a, "%Y%m%d"));
        table.add("toYYYYMMDDhhmmss", 1, 2, a -> digits(a, "%Y%m%d%H%i%s"));
        table.add("toUnixTimestamp", 1, 2, TimeFunctions::unixSeconds);
        table.add("fromUnixTimestamp", 1, 1, TimeFunctions::fromUnixSeconds);
        table.add("toTimeZone", 2, 2, TimeFunctions::inZone);
        table.add("now", 0, 0, TimeFunctions::now);
        table.add("now64", 0, 2, TimeFunctions::now);
        table.add("today", 0, 0, a -> day(a, 0));
        table.add("yesterday", 0, 0, a -> day(a, -1));
        for (String name : List.of("formatDateTime", "date_format")) {
            table.add(name, 2, 3, TimeFormat::of);
        }
    }

    private static SqlExpression calendar(Arguments arguments) {
        TypedSql value = arguments.value(0);
        return value.is(Single.DATE)
                ? value.sql()
                : shown(arguments, 0, arguments.size() == 1 ? 1 : arguments.size() - 1);
    }

    /** An instant, in the zone that another argument names, if there is one. */
    static SqlExpression shown(Arguments arguments, int place, int zonePlace) {
        SqlExpression instant = arguments.instant(place);
        return zonePlace < arguments.size()
                ? call(SqlFunction.AT_TIMEZONE, instant, zone(arguments, zonePlace))
                : instant;
    }

    private static Text zone(Arguments arguments, int place) {
        String name = arguments.constantText(place);
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw arguments.refused("unknown time zone '%s'".formatted(name));
        }
        return new Text(name);
    }

    private static TypedSql digits(Arguments arguments, String format) {
        SqlExpression text =
                call(SqlFunction.DATE_FORMAT, shown(arguments, 0, 1), new Text(format));
        return TypedSql.whole(cast(text, SqlType.BIGINT));
    }

    private static TypedSql unixSeconds(Arguments arguments) {
        SqlExpression seconds = call(SqlFunction.TO_UNIXTIME, arguments.instant(0));
        return TypedSql.whole(cast(call(SqlFunction.FLOOR, seconds), SqlType.BIGINT));
    }

    private static TypedSql fromUnixSeconds(Arguments arguments) {
        TypedSql seconds = TypedSql.number(arguments.number(0));
        return TypedSql.second(arguments.coercion().instant(seconds));
    }

    private static TypedSql inZone(Arguments arguments) {
        TypedSql value = arguments.value(0);
        SqlExpression shown =
                call(
                        SqlFunction.AT_TIMEZONE,
                        arguments.coercion().instant(value),
                        zone(arguments, 1));
        return new TypedSql(shown, value.is(Single.SECOND) ? Single.SECOND : Single.INSTANT);
    }

    private static TypedSql now(Arguments arguments) {
        HogQlScope scope = arguments.scope();
        SqlExpression now = new LocalTime(new Timestamp(scope.now()), scope.zone().getId());
        return new TypedSql(now, Single.INSTANT);
    }

    private static TypedSql day(Arguments arguments, int later) {
        HogQlScope scope = arguments.scope();
        LocalDate day = LocalDate.ofInstant(scope.now(), scope.zone()).plusDays(later);
        return TypedSql.date(cast(new Text(day.toString()), SqlType.DATE));
    }
}
