package dev.trendlake.request;

import dev.trendlake.request.FilterTree.Leaf;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.FilterValue.Many;
import dev.trendlake.trend.FilterValue.Nothing;
import dev.trendlake.trend.FilterValue.Text;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.PropertyFilter.Condition;
import dev.trendlake.trend.PropertyFilter.DateCondition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads the operator and the value of a property filter (spec: trends, 4.2, 4.3): a list of one
 * element is that element, an empty list filters nothing.
 */
final class ConditionReader {
    private final DateReader dates;

    ConditionReader(DateReader dates) {
        this.dates = dates;
    }

    /** What a property is compared with, and how. */
    PropertyFilter read(Property property, Leaf leaf) {
        Operator operator = operator(leaf);
        Field value = leaf.member("value");
        return switch (operator) {
            case IS_SET, IS_NOT_SET ->
                    new Condition(property, operator, new Nothing(), leaf.address());
            case FLAG_EVALUATES_TO ->
                    throw leaf.member("operator")
                            .refused("flag_evaluates_to is for filters of the type flag only");
            case IS_DATE_EXACT, IS_DATE_BEFORE, IS_DATE_AFTER ->
                    dates(property, operator, value, leaf);
            case BETWEEN, NOT_BETWEEN -> range(property, operator, value, leaf);
            case IN, NOT_IN, ICONTAINS_MULTI, NOT_ICONTAINS_MULTI ->
                    comparison(property, operator, true, leaf);
            case EXACT,
                    IS_NOT,
                    ICONTAINS,
                    NOT_ICONTAINS,
                    REGEX,
                    NOT_REGEX,
                    GT,
                    GTE,
                    LT,
                    LTE,
                    MIN,
                    MAX,
                    IS_CLEANED_PATH_EXACT,
                    SEMVER_EQ,
                    SEMVER_NEQ,
                    SEMVER_GT,
                    SEMVER_GTE,
                    SEMVER_LT,
                    SEMVER_LTE,
                    SEMVER_TILDE,
                    SEMVER_CARET,
                    SEMVER_WILDCARD ->
                    comparison(property, operator, false, leaf);
        };
    }

    /** The operator; {@code exact} when none is named. */
    static Operator operator(Leaf leaf) {
        Field field = leaf.member("operator");
        String word = field.textOrEmpty();
        if (word.isEmpty()) {
            return Operator.EXACT;
        }
        for (Operator operator : Operator.values()) {
            if (wireName(operator).equals(word)) {
                return operator;
            }
        }
        throw field.refused(
                "'%s' is not an operator; use one of: %s"
                        .formatted(
                                word,
                                String.join(
                                        ", ",
                                        Arrays.stream(Operator.values())
                                                .map(ConditionReader::wireName)
                                                .toList())));
    }

    static String wireName(Operator operator) {
        return operator.name().toLowerCase(Locale.ROOT);
    }

    private PropertyFilter dates(Property property, Operator operator, Field value, Leaf leaf) {
        if (value.isBlank()) {
            return PropertyFilter.everything();
        }
        List<Field> elements = value.value().isArray() ? value.elements() : List.of(value);
        if (elements.isEmpty()) {
            return PropertyFilter.everything();
        }
        List<PropertyFilter> conditions =
                elements.stream().map(date -> date(property, operator, date, leaf)).toList();
        return conditions.size() == 1 ? conditions.getFirst() : new PropertyFilter.Any(conditions);
    }

    private PropertyFilter date(Property property, Operator operator, Field date, Leaf leaf) {
        ResolvedDate resolved = dates.read(date);
        if (resolved.form() == ResolvedDate.Form.UNREADABLE) {
            throw date.refused(
                    "'%s' is not a date; use one such as 2020-01-31 or -7d".formatted(date.text()));
        }
        String asked = resolved.form() == ResolvedDate.Form.ABSOLUTE ? "" : date.text();
        return new DateCondition(
                property, operator, resolved.time().toInstant(), asked, leaf.address());
    }

    private static PropertyFilter range(
            Property property, Operator operator, Field value, Leaf leaf) {
        return value.isAbsent()
                ? PropertyFilter.everything()
                : new Condition(
                        property, operator, ValueChecks.range(operator, value), leaf.address());
    }

    private static PropertyFilter comparison(
            Property property, Operator operator, boolean alwaysAsList, Leaf leaf) {
        Field value = leaf.member("value");
        if (value.isAbsent()) {
            return PropertyFilter.everything();
        }
        List<Field> elements = value.value().isArray() ? value.elements() : List.of(value);
        if (elements.isEmpty()) {
            return empty(property, operator, leaf);
        }
        elements.forEach(element -> ValueChecks.check(operator, element));
        List<FilterValue> values = elements.stream().map(ConditionReader::plain).toList();
        FilterValue compared =
                alwaysAsList || values.size() > 1 ? new Many(values) : values.getFirst();
        return new Condition(property, operator, compared, leaf.address());
    }

    // As coded in PostHog: the empty list is a text there, so it filters after all.
    private static PropertyFilter empty(Property property, Operator operator, Leaf leaf) {
        boolean asText = operator == Operator.ICONTAINS || operator == Operator.NOT_ICONTAINS;
        return asText
                ? new Condition(property, operator, new Text("[]"), leaf.address())
                : PropertyFilter.everything();
    }

    private static FilterValue plain(Field field) {
        if (field.value().isTextual()) {
            return new Text(field.value().textValue());
        }
        if (field.value().isNumber()) {
            return new FilterValue.Numeric(field.number());
        }
        if (field.value().isBoolean()) {
            return new FilterValue.Truth(field.value().booleanValue());
        }
        throw field.refused("must be a text, a number, true, false, or a list of these");
    }
}
