package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Compares one property with a value: the table of operators (spec: trends, 4.2). */
final class ConditionPlanner {
    private final TypedValue property;
    private final ComparedValue compared;

    ConditionPlanner(TypedValue property) {
        this.property = property;
        this.compared = new ComparedValue(property.type(), property.zone());
    }

    SqlExpression condition(Operator operator, FilterValue value) {
        return switch (operator) {
            case EXACT, IN, IS_CLEANED_PATH_EXACT -> exact(value);
            case IS_NOT, NOT_IN -> otherThan(value);
            case ICONTAINS -> contains(value);
            case ICONTAINS_MULTI -> containsAny(value);
            case NOT_ICONTAINS -> absentOrNot(value, this::contains);
            case NOT_ICONTAINS_MULTI -> absentOrNot(value, this::containsAny);
            case REGEX -> TextMatch.anyRegex(property.asText(), FilterValues.texts(value));
            case NOT_REGEX ->
                    absentOrNot(
                            value,
                            any -> TextMatch.anyRegex(property.asText(), FilterValues.texts(any)));
            case GT -> ordered(ComparisonOperator.GREATER, value);
            case GTE, MIN -> ordered(ComparisonOperator.GREATER_OR_EQUAL, value);
            case LT -> ordered(ComparisonOperator.LESS, value);
            case LTE, MAX -> ordered(ComparisonOperator.LESS_OR_EQUAL, value);
            case BETWEEN -> NumberBounds.of(value).holds(property.number());
            case NOT_BETWEEN -> NumberBounds.of(value).holdsNot(property.number());
            case IS_SET -> Conditions.isSet(property.value());
            case IS_NOT_SET -> new SqlExpression.IsNull(property.value());
            case SEMVER_EQ -> version(ComparisonOperator.EQUAL, value);
            case SEMVER_NEQ -> version(ComparisonOperator.NOT_EQUAL, value);
            case SEMVER_GT -> version(ComparisonOperator.GREATER, value);
            case SEMVER_GTE -> version(ComparisonOperator.GREATER_OR_EQUAL, value);
            case SEMVER_LT -> version(ComparisonOperator.LESS, value);
            case SEMVER_LTE -> version(ComparisonOperator.LESS_OR_EQUAL, value);
            case SEMVER_TILDE ->
                    eachOf(value, one -> SemanticVersion.tilde(property, ComparedValue.text(one)));
            case SEMVER_CARET ->
                    eachOf(value, one -> SemanticVersion.caret(property, ComparedValue.text(one)));
            case SEMVER_WILDCARD ->
                    eachOf(
                            value,
                            one -> SemanticVersion.wildcard(property, ComparedValue.text(one)));
            case FLAG_EVALUATES_TO -> Conditions.ALWAYS;
            case IS_DATE_EXACT, IS_DATE_BEFORE, IS_DATE_AFTER ->
                    throw new IllegalStateException(operator + " with a value that is no instant");
        };
    }

    private SqlExpression exact(FilterValue value) {
        List<FilterValue> choices = FilterValues.elements(value);
        if (choices.isEmpty()) {
            return Conditions.ALWAYS;
        }
        return oneOf(choices);
    }

    private SqlExpression otherThan(FilterValue value) {
        List<FilterValue> choices = FilterValues.elements(value);
        if (choices.isEmpty()) {
            return Conditions.ALWAYS;
        }
        return Conditions.absentOrNot(property.value(), oneOf(choices));
    }

    private SqlExpression oneOf(List<FilterValue> choices) {
        List<SqlExpression> comparable = new ArrayList<>();
        List<SqlExpression> conditions = new ArrayList<>();
        for (FilterValue choice : choices) {
            if (compared.isInstant(choice)) {
                conditions.add(Conditions.certainly(compareOne(ComparisonOperator.EQUAL, choice)));
            } else {
                compared.as(choice).ifPresent(comparable::add);
            }
        }
        conditions.add(isOneOf(comparable));
        return Conditions.any(conditions);
    }

    private SqlExpression isOneOf(List<SqlExpression> comparable) {
        return switch (comparable.size()) {
            case 0 -> Conditions.NEVER;
            case 1 -> Conditions.equal(property.value(), comparable.getFirst());
            default -> new In(property.value(), comparable);
        };
    }

    private SqlExpression ordered(ComparisonOperator operator, FilterValue value) {
        return eachOf(value, single -> compareOne(operator, single));
    }

    private SqlExpression compareOne(ComparisonOperator operator, FilterValue value) {
        SqlExpression left = compared.isInstant(value) ? property.unixTime() : property.value();
        return compared.as(value)
                .map(right -> Conditions.compare(left, operator, right))
                .orElse(Conditions.NEVER);
    }

    private SqlExpression version(ComparisonOperator operator, FilterValue value) {
        return eachOf(
                value,
                single -> SemanticVersion.compared(property, operator, ComparedValue.text(single)));
    }

    private SqlExpression contains(FilterValue value) {
        List<String> texts = FilterValues.texts(value);
        return texts.size() == 1
                ? TextMatch.likeIgnoringCase(property.asText(), texts.getFirst())
                : containsAny(value);
    }

    private SqlExpression containsAny(FilterValue value) {
        return TextMatch.containsAnyIgnoringCase(property.asText(), FilterValues.texts(value));
    }

    private SqlExpression absentOrNot(
            FilterValue value, Function<FilterValue, SqlExpression> condition) {
        if (FilterValues.elements(value).isEmpty()) {
            return Conditions.ALWAYS;
        }
        return Conditions.absentOrNot(property.asText(), condition.apply(value));
    }

    private static SqlExpression eachOf(
            FilterValue value, Function<FilterValue, SqlExpression> condition) {
        List<FilterValue> choices = FilterValues.elements(value);
        return choices.isEmpty()
                ? Conditions.ALWAYS
                : Conditions.any(choices.stream().map(condition).toList());
    }
}
