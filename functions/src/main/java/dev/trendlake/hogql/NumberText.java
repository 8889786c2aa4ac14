package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;
import static dev.trendlake.hogql.Sql.cast;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.util.List;

/** Writes a double as ClickHouse does: 1 and not 1.0, the shortest form that means the same. */
final class NumberText {
    private static final SqlExpression LARGE = Sql.decimal(1_000_000_000_000_000_000L);

    private NumberText() {}

    static SqlExpression of(SqlExpression number) {
        return Let.be(number, "number", NumberText::written);
    }

    private static SqlExpression written(SqlExpression number) {
        SqlExpression size = call(SqlFunction.ABS, number);
        SqlExpression isWhole =
                Conditions.all(
                        List.of(
                                Conditions.equal(number, call(SqlFunction.TRUNCATE, number)),
                                Conditions.compare(size, ComparisonOperator.LESS, LARGE)));
        SqlExpression whole = cast(cast(number, SqlType.BIGINT), SqlType.VARCHAR);
        return new Case(
                List.of(
                        new When(call(SqlFunction.IS_NAN, number), new Text("nan")),
                        new When(equals(number, infinity()), new Text("inf")),
                        new When(
                                equals(number, Sql.minus(Sql.decimal(0), infinity())),
                                new Text("-inf")),
                        new When(isWhole, whole),
                        new When(isLong(size), decimal(number))),
                shortest(number));
    }

    // Not BETWEEN: the engine can't compile that inside of a lambda.
    private static SqlExpression isLong(SqlExpression size) {
        return Conditions.all(
                List.of(
                        Conditions.compare(
                                size, ComparisonOperator.GREATER_OR_EQUAL, Sql.decimal(10_000_000)),
                        Conditions.compare(size, ComparisonOperator.LESS, LARGE)));
    }

    private static SqlExpression infinity() {
        return call(SqlFunction.INFINITY);
    }

    private static SqlExpression equals(SqlExpression left, SqlExpression right) {
        return Conditions.equal(left, right);
    }

    // JSON writes these with an exponent, ClickHouse does not.
    private static SqlExpression decimal(SqlExpression number) {
        SqlExpression digits = cast(cast(number, SqlType.DECIMAL), SqlType.VARCHAR);
        return call(SqlFunction.REGEXP_REPLACE, digits, new Text("[.]?0+$"), new Text(""));
    }

    private static SqlExpression shortest(SqlExpression number) {
        SqlExpression json = call(SqlFunction.JSON_FORMAT, cast(number, SqlType.JSON));
        SqlExpression small = call(SqlFunction.LOWER, json);
        return call(SqlFunction.REGEXP_REPLACE, small, new Text("[.]0(e|$)"), new Text("$1"));
    }
}
