package dev.trendlake.sql;

import dev.trendlake.sql.SqlExpression.Comparison;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Logical;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlExpression.Truth;
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
