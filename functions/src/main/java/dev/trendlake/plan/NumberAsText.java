package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Between;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.math.BigDecimal;
import java.util.List;

/** How numbers read as texts: as short as they can, whole ones without a fraction (1, not 1.0). */
final class NumberAsText {
    // Beyond these a double no longer tells all whole numbers apart.
    private static final Decimal LARGEST = new Decimal(new BigDecimal("9007199254740992"));
    private static final Decimal SMALLEST = new Decimal(new BigDecimal("-9007199254740992"));

    private NumberAsText() {}

    /** The text of a double. */
    static SqlExpression of(SqlExpression number) {
        SqlExpression isWhole =
                Conditions.all(
                        List.of(
                                new Between(number, SMALLEST, LARGEST),
                                Conditions.compare(
                                        number,
                                        ComparisonOperator.EQUAL,
                                        new Call(SqlFunction.FLOOR, number))));
        SqlExpression whole =
                new Cast(new Cast(number, SqlType.BIGINT, false), SqlType.VARCHAR, false);
        SqlExpression json =
                new Call(SqlFunction.JSON_FORMAT, new Cast(number, SqlType.JSON, false));
        return new Case(List.of(new When(isWhole, whole)), json);
    }
}
