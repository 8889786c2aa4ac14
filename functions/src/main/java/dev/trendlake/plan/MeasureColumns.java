package dev.trendlake.plan;

import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Quantile;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Aggregate;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.Statistic;
import java.math.BigDecimal;
import java.util.List;

/** What measures need of each counted event, and what they make of it (spec: trends, 3). */
final class MeasureColumns {
    /** Percentiles look at so many values at most, as ClickHouse's do. */
    private static final Whole SAMPLE = new Whole(8_192);

    private final CountedEvents events;
    private final EventColumns columns;

    MeasureColumns(CountedEvents events, EventColumns columns) {
        this.events = events;
        this.columns = columns;
    }

    /** The key's column. */
    Column key(CountedKey key) {
        return events.project(key.value(columns), key.columnName());
    }

    /** A property as a number. */
    Column number(Property property, double multiplier) {
        TypedValue value = columns.property(property);
        SqlExpression number =
                property instanceof Property.OfEvent(var key) && key.equals("$time")
                        ? value.unixTime()
                        : value.number();
        SqlExpression multiplied =
                multiplier == 1
                        ? number
                        : new Arithmetic(
                                ArithmeticOperator.MULTIPLY,
                                number,
                                new Decimal(BigDecimal.valueOf(multiplier)));
        return events.project(multiplied, "number");
    }

    /** A statistic of the events' numbers. */
    SqlExpression ofNumbers(Statistic statistic, Column number) {
        return of(statistic, number, () -> hash(events.forward("uuid")));
    }

    /** A statistic of numbers of which each key has one. */
    static SqlExpression ofKeys(Statistic statistic, Column number, CountedKey key) {
        Column column = new Column(key.columnName());
        return of(
                statistic,
                number,
                () ->
                        switch (key) {
                            // It is a hash already.
                            case CountedKey.Person() -> column;
                            case CountedKey.Group _, CountedKey.Session _ -> hash(column);
                        });
    }

    /** How many rows there are. */
    static SqlExpression countOfRows() {
        return new Aggregate(SqlFunction.COUNT, List.of(), false, Conditions.ALWAYS);
    }

    static SqlExpression aggregate(SqlFunction function, SqlExpression argument) {
        return new Aggregate(function, List.of(argument), false, Conditions.ALWAYS);
    }

    private static SqlExpression of(
            Statistic statistic, Column number, java.util.function.Supplier<SqlExpression> chance) {
        return switch (statistic) {
            case AVERAGE -> aggregate(SqlFunction.AVG, number);
            case SUM -> aggregate(SqlFunction.SUM, number);
            case MINIMUM -> aggregate(SqlFunction.MIN, number);
            case MAXIMUM -> aggregate(SqlFunction.MAX, number);
            case MEDIAN -> quantile("0.5", number, chance.get());
            case P75 -> quantile("0.75", number, chance.get());
            case P90 -> quantile("0.9", number, chance.get());
            case P95 -> quantile("0.95", number, chance.get());
            case P99 -> quantile("0.99", number, chance.get());
        };
    }

    private static SqlExpression quantile(String level, Column number, SqlExpression chance) {
        SqlExpression sample =
                new Aggregate(
                        SqlFunction.MIN_BY,
                        List.of(new Cast(number, SqlType.DOUBLE, false), chance, SAMPLE),
                        false,
                        Conditions.isSet(number));
        return Quantile.of(sample, new BigDecimal(level));
    }

    private static SqlExpression hash(Column text) {
        return new Call(SqlFunction.XXHASH64, new Call(SqlFunction.TO_UTF8, text));
    }
}
