package dev.trendlake.plan;

import dev.trendlake.project.PropertyType;
import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/**
 * A property of the row at hand, read as its definition says (spec: trends, 4.1). What can't be
 * read as its type is NULL.
 *
 * @param text the property as text, NULL when it is absent
 * @param type its declared type
 * @param zone in which times without offset are meant
 */
record TypedValue(SqlExpression text, PropertyType type, ZoneId zone) {
    private static final Text DECIMAL_NUMBER =
            new Text("^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$");
    private static final Text OFFSET_AT_END = new Text("(Z|[+-][0-9]{2}:?[0-9]{2})$");
    private static final Text ISO_TIME = new Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].*)?$");
    private static final Text UNIX_SECONDS = new Text("^[0-9]{9,10}([.][0-9]+)?$");

    /** The value in its own type. */
    SqlExpression value() {
        return switch (type) {
            case STRING, DURATION -> text;
            case NUMERIC -> number();
            case BOOLEAN -> truth();
            case DATE_TIME -> unixTime();
        };
    }

    /** The value as a double. */
    SqlExpression number() {
        // What is a number by itself takes no detour by its text.
        if (text instanceof Cast(var number, var type, _) && type == SqlType.VARCHAR) {
            return new Cast(number, SqlType.DOUBLE, false);
        }
        return type == PropertyType.BOOLEAN
                ? new Case(
                        List.of(
                                new When(Conditions.equal(text, new Text("true")), new Whole(1)),
                                new When(Conditions.equal(text, new Text("false")), new Whole(0))),
                        new Null())
                : when(matches(DECIMAL_NUMBER), new Cast(text, SqlType.DOUBLE, true));
    }

    /** The value as a time: seconds since 1970 UTC, as a double. */
    SqlExpression unixTime() {
        SqlExpression parsed =
                new Call(
                        SqlFunction.FROM_ISO8601_TIMESTAMP,
                        new Call(SqlFunction.REPLACE, text, new Text(" "), new Text("T")));
        SqlExpression wallTime = new Cast(parsed, SqlType.TIMESTAMP, false);
        SqlExpression local = new Call(SqlFunction.WITH_TIMEZONE, wallTime, new Text(zone.getId()));
        SqlExpression instant = new Case(List.of(new When(matches(OFFSET_AT_END), parsed)), local);
        SqlExpression seconds =
                new Call(SqlFunction.TRY, new Call(SqlFunction.TO_UNIXTIME, instant));
        return new Case(
                List.of(
                        new When(matches(ISO_TIME), seconds),
                        new When(matches(UNIX_SECONDS), new Cast(text, SqlType.DOUBLE, true))),
                new Null());
    }

    /** The value as a text once more: absent where it can't be read as its type. */
    SqlExpression asText() {
        return switch (type) {
            case STRING, DURATION, DATE_TIME -> text;
            case NUMERIC -> numberText();
            case BOOLEAN ->
                    when(
                            Conditions.any(
                                    List.of(
                                            Conditions.equal(text, new Text("true")),
                                            Conditions.equal(text, new Text("false")))),
                            text);
        };
    }

    // 1.0 reads 1, as ClickHouse writes it; adding zero makes 0 of -0.
    private SqlExpression numberText() {
        SqlExpression number =
                new Arithmetic(
                        ArithmeticOperator.ADD,
                        number(),
                        new SqlExpression.Decimal(BigDecimal.ZERO));
        SqlExpression json =
                new Call(SqlFunction.JSON_FORMAT, new Cast(number, SqlType.JSON, false));
        return new Call(SqlFunction.REGEXP_REPLACE, json, new Text("[.]0$"), new Text(""));
    }

    private SqlExpression truth() {
        return new Case(
                List.of(
                        new When(Conditions.equal(text, new Text("true")), new Truth(true)),
                        new When(Conditions.equal(text, new Text("false")), new Truth(false))),
                new Null());
    }

    private SqlExpression matches(Text pattern) {
        return new Call(SqlFunction.REGEXP_LIKE, text, pattern);
    }

    private static SqlExpression when(SqlExpression condition, SqlExpression result) {
        return new Case(List.of(new When(condition, result)), new Null());
    }
}
