package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.PropertyFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Turns filters into conditions (spec: trends, 4.2 to 4.4). */
final class FilterPlanner {
    private final EventColumns columns;

    FilterPlanner(EventColumns columns) {
        this.columns = columns;
    }

    SqlExpression condition(PropertyFilter filter) {
        return switch (filter) {
            case PropertyFilter.All(var filters) -> Conditions.all(conditions(filters));
            case PropertyFilter.Any(var filters) when filters.isEmpty() -> Conditions.ALWAYS;
            case PropertyFilter.Any(var filters) -> Conditions.any(conditions(filters));
            case PropertyFilter.Condition(var property, var operator, var value, _) ->
                    new ConditionPlanner(columns.property(property)).condition(operator, value);
            case PropertyFilter.DateCondition(var property, var operator, var instant, _, _) ->
                    atTime(columns.property(property), operator, instant);
            case PropertyFilter.InCohort _, PropertyFilter.HogQlHolds _ ->
                    throw NotPlanned.of(filter);
        };
    }

    private List<SqlExpression> conditions(List<PropertyFilter> filters) {
        return filters.stream().map(this::condition).toList();
    }

    private static SqlExpression atTime(TypedValue property, Operator operator, Instant instant) {
        Decimal seconds = new Decimal(BigDecimal.valueOf(instant.toEpochMilli(), 3));
        return Conditions.compare(property.unixTime(), comparison(operator), seconds);
    }

    private static ComparisonOperator comparison(Operator operator) {
        return switch (operator) {
            case IS_DATE_BEFORE -> ComparisonOperator.LESS;
            case IS_DATE_AFTER -> ComparisonOperator.GREATER;
            case IS_DATE_EXACT -> ComparisonOperator.EQUAL;
            default -> throw new IllegalStateException(operator + " compares no dates");
        };
    }
}
