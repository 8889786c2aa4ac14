package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Comparison;
import dev.trendlake.hogql.HogQlExpression.Tuple;
import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Not;
import java.util.ArrayList;
import java.util.List;

/** Translates the operators that compare. */
record ComparisonTranslator(ExpressionTranslator translator) {
    SqlExpression translate(Comparison comparison) {
        HogQlExpression left = comparison.left();
        HogQlExpression right = comparison.right();
        return switch (comparison.operator()) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> differ(left, right);
            case LESS -> ordered(left, ComparisonOperator.LESS, right);
            case LESS_OR_EQUAL -> ordered(left, ComparisonOperator.LESS_OR_EQUAL, right);
            case GREATER -> ordered(left, ComparisonOperator.GREATER, right);
            case GREATER_OR_EQUAL -> ordered(left, ComparisonOperator.GREATER_OR_EQUAL, right);
            case LIKE -> PatternMatch.like(text(left), text(right));
            case NOT_LIKE -> new Not(PatternMatch.like(text(left), text(right)));
            case ILIKE -> PatternMatch.likeIgnoringCase(text(left), text(right));
            case NOT_ILIKE -> new Not(PatternMatch.likeIgnoringCase(text(left), text(right)));
            case REGEX -> PatternMatch.regex(text(left), text(right), "");
            case NOT_REGEX -> new Not(PatternMatch.regex(text(left), text(right), ""));
            case REGEX_IGNORING_CASE -> PatternMatch.regex(text(left), text(right), "i");
            case NOT_REGEX_IGNORING_CASE ->
                    new Not(PatternMatch.regex(text(left), text(right), "i"));
            case IN -> in(left, right);
            case NOT_IN -> new Not(in(left, right));
            case IN_COHORT -> inCohort(left, right);
            case NOT_IN_COHORT -> new Not(inCohort(left, right));
        };
    }

    SqlExpression between(HogQlExpression.Between between) {
        TypedSql value = translator.translate(between.value());
        TypedSql low = translator.translate(between.low());
        TypedSql high = translator.translate(between.high());
        SqlExpression inside =
                translator.let(
                        value.sql(),
                        "compared",
                        once -> {
                            TypedSql same = new TypedSql(once, value.type());
                            return Conditions.all(
                                    List.of(
                                            comparer()
                                                    .ordered(
                                                            same,
                                                            ComparisonOperator.GREATER_OR_EQUAL,
                                                            low),
                                            comparer()
                                                    .ordered(
                                                            same,
                                                            ComparisonOperator.LESS_OR_EQUAL,
                                                            high)));
                        });
        return between.negated() ? new Not(inside) : inside;
    }

    /** One of the elements of a list, or a value itself when it is no list. */
    SqlExpression in(HogQlExpression value, HogQlExpression choices) {
        return switch (choices) {
            case Tuple(var elements, _) -> oneOf(value, elements);
            case HogQlExpression.Array(var elements, _) -> oneOf(value, elements);
            case HogQlExpression.Call call
                    when call.name().equals("tuple") || call.name().equals("array") ->
                    oneOf(value, call.arguments());
            default -> inValue(value, choices);
        };
    }

    private SqlExpression inValue(HogQlExpression value, HogQlExpression choices) {
        TypedSql translated = translator.translate(choices);
        TypedSql wanted = translator.translate(value);
        return translated.type() instanceof ArrayOf(var element)
                ? comparer().has(translated, element, wanted)
                : comparer().equal(wanted, translated);
    }

    private SqlExpression oneOf(HogQlExpression value, List<HogQlExpression> choices) {
        if (value instanceof Tuple && choices.stream().allMatch(Tuple.class::isInstance)) {
            return Conditions.any(choices.stream().map(choice -> equal(value, choice)).toList());
        }
        TypedSql wanted = translator.translate(value);
        List<TypedSql> translated = translator.translateAll(choices);
        if (translated.stream().map(TypedSql::type).distinct().count() <= 1) {
            return comparer().oneOf(wanted, translated);
        }
        return translator.let(
                wanted.sql(),
                "wanted",
                once -> comparer().oneOf(new TypedSql(once, wanted.type()), translated));
    }

    SqlExpression equal(HogQlExpression left, HogQlExpression right) {
        if (left instanceof Tuple(var lefts, _)
                && right instanceof Tuple(var rights, _)
                && lefts.size() == rights.size()) {
            List<SqlExpression> all = new ArrayList<>();
            for (int place = 0; place < lefts.size(); place++) {
                all.add(equal(lefts.get(place), rights.get(place)));
            }
            return Conditions.all(all);
        }
        return comparer().equal(translator.translate(left), translator.translate(right));
    }

    private SqlExpression differ(HogQlExpression left, HogQlExpression right) {
        return left instanceof Tuple && right instanceof Tuple
                ? new Not(equal(left, right))
                : comparer().differ(translator.translate(left), translator.translate(right));
    }

    private SqlExpression ordered(
            HogQlExpression left, ComparisonOperator operator, HogQlExpression right) {
        return comparer()
                .ordered(translator.translate(left), operator, translator.translate(right));
    }

    private SqlExpression inCohort(HogQlExpression person, HogQlExpression cohort) {
        boolean isPerson =
                person instanceof HogQlExpression.Field(var chain, _)
                        && (chain.getLast().equals("person_id")
                                || chain.equals(List.of("person", "id")));
        if (!isPerson) {
            throw new HogQlException(
                    "Only person_id can be in a cohort: write 'person_id in cohort 1'.",
                    person.position());
        }
        return translator.surroundings().isInCohort(cohort);
    }

    private SqlExpression text(HogQlExpression expression) {
        return translator.coercion().text(translator.translate(expression));
    }

    private Comparer comparer() {
        return translator.comparer();
    }
}
