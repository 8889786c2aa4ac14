package dev.trendlake.hogql;

import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Differs;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Logical;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.math.BigDecimal;
import java.util.List;

/** Short names for the nodes of SQL that translations are made of. */
final class Sql {
    private Sql() {}

    static SqlExpression call(SqlFunction function, SqlExpression... arguments) {
        return new Call(function, arguments);
    }

    static SqlExpression cast(SqlExpression value, SqlType type) {
        return new Cast(value, type, false);
    }

    static SqlExpression tryCast(SqlExpression value, SqlType type) {
        return new Cast(value, type, true);
    }

    static SqlExpression decimal(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    static SqlExpression asDouble(SqlExpression whole) {
        return whole instanceof Whole(var value) ? decimal(value) : cast(whole, SqlType.DOUBLE);
    }

    static SqlExpression choose(
            SqlExpression condition, SqlExpression result, SqlExpression otherwise) {
        return new Case(List.of(new When(condition, result)), otherwise);
    }

    static SqlExpression plus(SqlExpression left, SqlExpression right) {
        return new Arithmetic(ArithmeticOperator.ADD, left, right);
    }

    static SqlExpression minus(SqlExpression left, SqlExpression right) {
        return new Arithmetic(ArithmeticOperator.SUBTRACT, left, right);
    }

    static SqlExpression times(SqlExpression left, SqlExpression right) {
        return new Arithmetic(ArithmeticOperator.MULTIPLY, left, right);
    }

    static SqlExpression divided(SqlExpression left, SqlExpression right) {
        return new Arithmetic(ArithmeticOperator.DIVIDE, left, right);
    }

    static SqlExpression or(SqlExpression value, SqlExpression instead) {
        return call(SqlFunction.COALESCE, value, instead);
    }

    /** A condition that is false where it was NULL. */
    static SqlExpression neverNull(SqlExpression condition) {
        return isNeverNull(condition) ? condition : or(condition, Conditions.NEVER);
    }

    private static boolean isNeverNull(SqlExpression condition) {
        if (condition instanceof Not(var inner)) {
            return isNeverNull(inner);
        }
        if (condition instanceof Logical(_, var terms)) {
            return terms.stream().allMatch(Sql::isNeverNull);
        }
        return condition instanceof Truth
                || condition instanceof Differs
                || condition instanceof IsNull
                || (condition instanceof Call(var function, var arguments)
                        && function == SqlFunction.COALESCE
                        && arguments.getLast() instanceof Truth);
    }
}
