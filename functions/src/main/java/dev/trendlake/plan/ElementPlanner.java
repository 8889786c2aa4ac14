package dev.trendlake.plan;

import dev.trendlake.project.PropertyType;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.Operator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Turns filters of the clicked elements into conditions (spec: actions and cohorts, 2.3). */
final class ElementPlanner {
    private static final Set<Operator> NEGATIVE =
            Set.of(
                    Operator.IS_NOT,
                    Operator.NOT_IN,
                    Operator.NOT_ICONTAINS,
                    Operator.NOT_ICONTAINS_MULTI,
                    Operator.NOT_REGEX);
    private static final Set<Operator> WHOLE_VALUE =
            Set.of(
                    Operator.BETWEEN,
                    Operator.NOT_BETWEEN,
                    Operator.IS_SET,
                    Operator.IS_NOT_SET,
                    Operator.FLAG_EVALUATES_TO);

    private final EventColumns columns;
    private final ElementsChain chain;

    ElementPlanner(EventColumns columns) {
        this.columns = columns;
        this.chain = new ElementsChain(columns);
    }

    /** One comparison for each value: all hold for a negative operator, else at least one. */
    SqlExpression condition(String key, Operator operator, FilterValue value) {
        if (WHOLE_VALUE.contains(operator)) {
            return holds(key, text -> new ConditionPlanner(text).condition(operator, value));
        }
        List<SqlExpression> each =
                FilterValues.elements(value).stream()
                        .map(one -> single(key, operator, one))
                        .toList();
        if (each.isEmpty()) {
            return Conditions.ALWAYS;
        }
        return NEGATIVE.contains(operator) ? Conditions.all(each) : Conditions.any(each);
    }

    /** The condition holds for the first link, or for some text. */
    SqlExpression holds(String key, Function<TypedValue, SqlExpression> condition) {
        return switch (key) {
            case "href" -> condition.apply(typed(chain.href()));
            case "text" -> chain.someText(text -> condition.apply(typed(text)));
            default -> throw new IllegalStateException(key + " of elements is compared otherwise");
        };
    }

    private SqlExpression single(String key, Operator operator, FilterValue value) {
        return switch (key) {
            case "selector" -> equal(operator, chain.isSelected(ComparedValue.text(value)));
            case "tag_name" -> equal(operator, chain.hasTag(ComparedValue.text(value)));
            default -> holds(key, text -> new ConditionPlanner(text).condition(operator, value));
        };
    }

    private static SqlExpression equal(Operator operator, SqlExpression condition) {
        return NEGATIVE.contains(operator) ? Conditions.not(condition) : condition;
    }

    private TypedValue typed(SqlExpression text) {
        return new TypedValue(text, PropertyType.STRING, columns.zone());
    }
}
