package dev.trendlake.sql;

import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Comparison;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Logical;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import java.util.List;

/** Builds conditions, leaving out what says nothing. */
public final class Conditions {
    /** Holds for every row. */
    public static final SqlExpression ALWAYS = new Truth(true);

    /** Holds for no row. */
    public static final SqlExpression NEVER = new Truth(false);

    private Conditions() {}

    /** Every one of these; always, when there are none. */
    public static SqlExpression all(List<SqlExpression> conditions) {
        return combined(Connective.AND, conditions, ALWAYS, NEVER);
    }

    /** At least one of these; never, when there are none. */
    public static SqlExpression any(List<SqlExpression> conditions) {
        return combined(Connective.OR, conditions, NEVER, ALWAYS);
    }

    /** Two values compared. */
    public static SqlExpression compare(
            SqlExpression left, ComparisonOperator operator, SqlExpression right) {
        return new Comparison(operator, left, right);
    }

    /** Two values are equal. */
    public static SqlExpression equal(SqlExpression left, SqlExpression right) {
        return compare(left, ComparisonOperator.EQUAL, right);
    }

    /** A value is not NULL. */
    public static SqlExpression isSet(SqlExpression value) {
        return new Not(new IsNull(value));
    }

    /** The condition does not hold, or the value that it looks at is NULL. */
    public static SqlExpression absentOrNot(SqlExpression value, SqlExpression condition) {
        return any(List.of(new IsNull(value), new Not(condition)));
    }

    /** The condition holds for sure: where it is NULL it does not. */
    public static SqlExpression certainly(SqlExpression condition) {
        return condition instanceof Truth
                ? condition
                : new Call(SqlFunction.COALESCE, condition, NEVER);
    }

    /** The condition does not hold; never NULL where the condition never is. */
    public static SqlExpression not(SqlExpression condition) {
        return condition instanceof Truth(var value) ? new Truth(!value) : new Not(condition);
    }

    /** How many of these hold; conditions that are NULL do not. */
    public static SqlExpression howMany(List<SqlExpression> conditions) {
        return conditions.stream()
                .<SqlExpression>map(condition ->
                        new Case(List.of(new When(condition, new Whole(1))), new Whole(0)))
                .reduce((sum, one) -> new Arithmetic(ArithmeticOperator.ADD, sum, one))
                .orElse(new Whole(0));
    }

    private static SqlExpression combined(
            Connective connective,
            List<SqlExpression> conditions,
            SqlExpression neutral,
            SqlExpression decisive) {
        if (conditions.contains(decisive)) {
            return decisive;
        }
        List<SqlExpression> telling =
                conditions.stream().filter(condition -> !condition.equals(neutral)).toList();
        return switch (telling.size()) {
            case 0 -> neutral;
            case 1 -> telling.getFirst();
            default -> new Logical(connective, telling);
        };
    }
}
