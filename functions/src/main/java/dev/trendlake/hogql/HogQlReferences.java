package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.Comparison;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.TextConstant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an expression refers to outside of the event.
 *
 * @param actions the actions that {@code matchesAction} names
 * @param cohorts the cohorts that {@code in cohort} names
 * @param hasAggregates whether it looks at many events at once
 */
public record HogQlReferences(
        Set<Reference> actions, Set<Reference> cohorts, boolean hasAggregates) {
    /** How an action or a cohort is named. */
    public sealed interface Reference {
        /** By its number. */
        record ById(long id) implements Reference {}

        /** By its name. */
        record ByName(String name) implements Reference {}
    }

    /** Copies the sets. */
    public HogQlReferences {
        actions = Set.copyOf(actions);
        cohorts = Set.copyOf(cohorts);
    }

    /** What an expression refers to. */
    public static HogQlReferences of(HogQlExpression expression) {
        Set<Reference> actions = new LinkedHashSet<>();
        Set<Reference> cohorts = new LinkedHashSet<>();
        boolean aggregates = collect(expression, actions, cohorts);
        return new HogQlReferences(actions, cohorts, aggregates);
    }

    private static boolean collect(
            HogQlExpression expression, Set<Reference> actions, Set<Reference> cohorts) {
        boolean aggregates = false;
        switch (expression) {
            case Call call when call.name().equals("matchesAction") ->
                    call.arguments().stream().findFirst().ifPresent(named -> add(named, actions));
            case Call call -> aggregates = AggregateFunctions.isAggregate(call.name());
            case Comparison(var operator, _, var named, _)
                    when operator == HogQlComparison.IN_COHORT
                            || operator == HogQlComparison.NOT_IN_COHORT ->
                    add(named, cohorts);
            default -> {}
        }
        for (HogQlExpression part : parts(expression)) {
            aggregates |= collect(part, actions, cohorts);
        }
        return aggregates;
    }

    private static void add(HogQlExpression named, Set<Reference> references) {
        switch (named) {
            case NumberConstant(var id, var whole, _) when whole && id.abs().precision() <= 18 ->
                    references.add(new Reference.ById(id.longValueExact()));
            case TextConstant(var name, _) -> references.add(new Reference.ByName(name));
            default ->
                    throw new HogQlException(
                            "Actions and cohorts are named by a number or by a text.",
                            named.position());
        }
    }

    private static List<HogQlExpression> parts(HogQlExpression expression) {
        return switch (expression) {
            case TextConstant _,
                    NumberConstant _,
                    HogQlExpression.UnboundedConstant _,
                    HogQlExpression.TruthConstant _,
                    HogQlExpression.NullConstant _,
                    HogQlExpression.Field _ ->
                    List.of();
            case Call call -> call.arguments();
            case HogQlExpression.Filtered(var call, var condition, _) -> List.of(call, condition);
            case HogQlExpression.Arithmetic(_, var left, var right, _) -> List.of(left, right);
            case Comparison(_, var left, var right, _) -> List.of(left, right);
            case HogQlExpression.Distinction(var left, var right, _, _) -> List.of(left, right);
            case HogQlExpression.Between(var value, var low, var high, _, _) ->
                    List.of(value, low, high);
            case HogQlExpression.And(var terms, _) -> terms;
            case HogQlExpression.Or(var terms, _) -> terms;
            case HogQlExpression.Not(var condition, _) -> List.of(condition);
            case HogQlExpression.Alias(var value, _, _) -> List.of(value);
            case HogQlExpression.Lambda(_, var body, _) -> List.of(body);
            case HogQlExpression.Array(var elements, _) -> elements;
            case HogQlExpression.Tuple(var elements, _) -> elements;
            case HogQlExpression.Element(var container, var key, _) -> List.of(container, key);
            case HogQlExpression.TupleElement(var tuple, _, _) -> List.of(tuple);
            case HogQlExpression.Cast(var value, _, _, _) -> List.of(value);
            case HogQlExpression.Placeholder(var value, _, _) -> List.of(value);
        };
    }
}
