package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlFunction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Functions of numbers. */
final class NumberFunctions {
    private static final Map<String, SqlFunction> OF_ONE =
            Map.of(
                    "abs", SqlFunction.ABS,
                    "sqrt", SqlFunction.SQRT,
                    "exp", SqlFunction.EXP,
                    "log", SqlFunction.LN,
                    "ln", SqlFunction.LN,
                    "log2", SqlFunction.LOG2,
                    "log10", SqlFunction.LOG10,
                    "sign", SqlFunction.SIGN);

    private NumberFunctions() {}

    static void addTo(FunctionTable table) {
        OF_ONE.forEach((name, function) ->
                table.add(name, 1, 1, a -> TypedSql.number(call(function, a.number(0)))));
        for (String name : List.of("pow", "power")) {
            table.add(
                    name,
                    2,
                    2,
                    a -> TypedSql.number(call(SqlFunction.POWER, a.number(0), a.number(1))));
        }
        table.add("round", 1, 2, a -> scaled(a, NumberFunctions::rounded));
        table.add("floor", 1, 2, a -> scaled(a, number -> call(SqlFunction.FLOOR, number)));
        for (String name : List.of("ceil", "ceiling")) {
            table.add(name, 1, 2, a -> scaled(a, number -> call(SqlFunction.CEILING, number)));
        }
        for (String name : List.of("trunc", "truncate")) {
            table.add(name, 1, 2, a -> scaled(a, number -> call(SqlFunction.TRUNCATE, number)));
        }
        table.add("intDiv", 2, 2, NumberFunctions::wholeQuotient);
        table.add("negate", 1, 1, a -> TypedSql.number(Sql.minus(Sql.decimal(0), a.number(0))));
        table.add("greatest", 1, FunctionTable.MANY, a -> extreme(a, SqlFunction.GREATEST));
        table.add("least", 1, FunctionTable.MANY, a -> extreme(a, SqlFunction.LEAST));
        table.add("isNaN", 1, 1, a -> TypedSql.flag(call(SqlFunction.IS_NAN, a.number(0))));
        table.add(
                "isInfinite", 1, 1, a -> TypedSql.flag(call(SqlFunction.IS_INFINITE, a.number(0))));
    }

    private static TypedSql wholeQuotient(Arguments arguments) {
        SqlExpression quotient = Sql.divided(arguments.number(0), arguments.number(1));
        return TypedSql.number(call(SqlFunction.TRUNCATE, quotient));
    }

    private static TypedSql scaled(Arguments arguments, UnaryOperator<SqlExpression> function) {
        int places = arguments.constantWhole(1).orElse(0);
        if (Math.abs(places) > 15) {
            throw arguments.refused("at most 15 decimal places");
        }
        SqlExpression number = arguments.number(0);
        if (places == 0) {
            return TypedSql.number(function.apply(number));
        }
        SqlExpression scale = new Decimal(BigDecimal.ONE.scaleByPowerOfTen(Math.abs(places)));
        return TypedSql.number(
                places > 0
                        ? Sql.divided(function.apply(Sql.times(number, scale)), scale)
                        : Sql.times(function.apply(Sql.divided(number, scale)), scale));
    }

    // Halves go to the even neighbour in ClickHouse, away from zero in the engine.
    private static SqlExpression rounded(SqlExpression number) {
        return Let.be(
                number,
                "rounded",
                exact -> {
                    SqlExpression fraction = Sql.minus(exact, call(SqlFunction.TRUNCATE, exact));
                    SqlExpression isHalf =
                            Conditions.equal(
                                    call(SqlFunction.ABS, fraction),
                                    new Decimal(new BigDecimal("0.5")));
                    SqlExpression half = Sql.divided(exact, Sql.decimal(2));
                    SqlExpression even = Sql.times(call(SqlFunction.ROUND, half), Sql.decimal(2));
                    return Sql.choose(isHalf, even, call(SqlFunction.ROUND, exact));
                });
    }

    private static TypedSql extreme(Arguments arguments, SqlFunction function) {
        List<TypedSql> values = arguments.values();
        HogQlType common = CommonType.of(values);
        HogQlType type = common.equals(Single.NOTHING) ? Single.NUMBER : common;
        List<SqlExpression> alike =
                values.stream().map(value -> arguments.coercion().as(value, type)).toList();
        return new TypedSql(new SqlExpression.Call(function, alike), type);
    }
}
