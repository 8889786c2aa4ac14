package dev.trendlake.plan;

import dev.trendlake.hogql.HogQlException;
import dev.trendlake.hogql.HogQlTranslator;
import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.HogQlText;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Turns filters into conditions (spec: trends, 4.2 to 4.5). */
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
                    compared(property, operator, value);
            case PropertyFilter.DateCondition(var property, var operator, var instant, _, _) ->
                    atTime(property, operator, instant);
            case PropertyFilter.InCohort(var cohort, var negated, _) -> {
                SqlExpression isMember = new CohortPlanner(columns).isMember(cohort);
                yield negated ? Conditions.not(isMember) : isMember;
            }
            case PropertyFilter.HogQlHolds(var text, _) -> holds(text);
        };
    }

    private List<SqlExpression> conditions(List<PropertyFilter> filters) {
        return filters.stream().map(this::condition).toList();
    }

    private SqlExpression compared(Property property, Operator operator, FilterValue value) {
        return switch (property) {
            case Property.OfElement(var key) ->
                    new ElementPlanner(columns).condition(key, operator, value);
            case Property.OfEvent(var key) when ExceptionList.isNamed(key) ->
                    new ExceptionList(columns.property(property))
                            .some(one -> new ConditionPlanner(one).condition(operator, value));
            case Property.OfEvent _,
                    Property.OfPerson _,
                    Property.EventMetadata _,
                    Property.PersonMetadata _,
                    Property.OfGroup _,
                    Property.OfSession _,
                    Property.HogQl _ ->
                    new ConditionPlanner(columns.property(property)).condition(operator, value);
        };
    }

    private SqlExpression atTime(Property property, Operator operator, Instant instant) {
        return switch (property) {
            case Property.OfElement(var key) ->
                    new ElementPlanner(columns).holds(key, one -> atTime(one, operator, instant));
            case Property.OfEvent(var key) when ExceptionList.isNamed(key) ->
                    new ExceptionList(columns.property(property))
                            .some(one -> atTime(one, operator, instant));
            case Property.OfEvent _,
                    Property.OfPerson _,
                    Property.EventMetadata _,
                    Property.PersonMetadata _,
                    Property.OfGroup _,
                    Property.OfSession _,
                    Property.HogQl _ ->
                    atTime(columns.property(property), operator, instant);
        };
    }

    private static SqlExpression atTime(TypedValue property, Operator operator, Instant instant) {
        Decimal seconds = new Decimal(BigDecimal.valueOf(instant.toEpochMilli(), 3));
        return Conditions.compare(property.unixTime(), comparison(operator), seconds);
    }

    private SqlExpression holds(HogQlText text) {
        try {
            return new HogQlTranslator(new EventScope(columns)).condition(text);
        } catch (HogQlException e) {
            throw e.asRefusal();
        }
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
