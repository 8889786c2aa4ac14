package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlType.IntervalOf;
import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import java.util.List;

/** Times moved by units of time, and how many units lie between two of them. */
final class ShiftFunctions {
    private ShiftFunctions() {}

    static void addTo(FunctionTable table) {
        for (TimeUnit unit : TimeUnit.values()) {
            table.add(
                    unit.intervalFunction(),
                    1,
                    1,
                    a -> new TypedSql(a.number(0), new IntervalOf(unit)));
            table.add("add" + unit.suffix() + "s", 2, 2, a -> moved(a, unit, 0, 1, false));
            table.add("subtract" + unit.suffix() + "s", 2, 2, a -> moved(a, unit, 0, 1, true));
        }
        for (String name : List.of("dateAdd", "date_add", "timestampAdd", "timestamp_add")) {
            table.add(name, 2, 3, a -> shifted(a, false));
        }
        for (String name : List.of("dateSub", "date_sub", "timestampSub", "timestamp_sub")) {
            table.add(name, 2, 3, a -> shifted(a, true));
        }
        for (String name : List.of("dateDiff", "date_diff")) {
            table.add(name, 3, 4, ShiftFunctions::between);
        }
    }

    private static TypedSql moved(
            Arguments arguments, TimeUnit unit, int time, int count, boolean earlier) {
        return Calculation.shifted(
                arguments.value(time),
                arguments.number(count),
                unit,
                earlier,
                arguments.coercion());
    }

    private static TypedSql shifted(Arguments arguments, boolean earlier) {
        if (arguments.size() == 3) {
            return moved(arguments, unit(arguments), 2, 1, earlier);
        }
        return Calculation.of(
                earlier ? ArithmeticOperator.SUBTRACT : ArithmeticOperator.ADD,
                arguments.value(0),
                arguments.value(1),
                arguments.coercion());
    }

    private static TimeUnit unit(Arguments arguments) {
        String word = arguments.constantText(0);
        return TimeUnit.named(word)
                .orElseThrow(() -> arguments.refused("unknown unit '%s'".formatted(word)));
    }

    // ClickHouse counts the starts of units that are crossed, the engine whole units that pass.
    private static TypedSql between(Arguments arguments) {
        TimeUnit unit = unit(arguments);
        return TypedSql.whole(
                call(
                        SqlFunction.DATE_DIFF,
                        new Text(unit.word()),
                        start(arguments, unit, 1),
                        start(arguments, unit, 2)));
    }

    private static SqlExpression start(Arguments arguments, TimeUnit unit, int place) {
        TypedSql value = arguments.value(place);
        SqlExpression time =
                unit.isOfDays()
                        ? arguments.coercion().date(value)
                        : arguments.coercion().instant(value);
        return call(SqlFunction.DATE_TRUNC, new Text(unit.word()), time);
    }
}
