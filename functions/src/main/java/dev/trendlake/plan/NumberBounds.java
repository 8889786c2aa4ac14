package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Between;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.trend.FilterValue;
import java.math.BigDecimal;
import java.util.List;

/** Two numbers, the lower first, as {@code between} takes them. */
record NumberBounds(BigDecimal low, BigDecimal high) {
    /** Reads the two numbers; the readers let nothing else come here. */
    static NumberBounds of(FilterValue value) {
        if (value instanceof FilterValue.Many(var values) && values.size() == 2) {
            return new NumberBounds(number(values.getFirst()), number(values.getLast()));
        }
        throw new IllegalStateException("bounds that are no two numbers: " + value);
    }

    /** The number lies between the two, or is one of them. */
    SqlExpression holds(SqlExpression number) {
        return new Between(number, new Decimal(low), new Decimal(high));
    }

    /** The number lies below the lower or above the higher. */
    SqlExpression holdsNot(SqlExpression number) {
        return Conditions.any(
                List.of(
                        Conditions.compare(number, ComparisonOperator.LESS, new Decimal(low)),
                        Conditions.compare(number, ComparisonOperator.GREATER, new Decimal(high))));
    }

    private static BigDecimal number(FilterValue value) {
        return ComparedValue.number(value)
                .orElseThrow(() -> new IllegalStateException("a bound that is no number"));
    }
}
