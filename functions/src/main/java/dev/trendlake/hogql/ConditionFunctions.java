package dev.trendlake.hogql;

import static dev.trendlake.hogql.FunctionTable.MANY;

import dev.trendlake.hogql.HogQlExpression.Comparison;
import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Connective;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Logical;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Choices, NULL, and the operators written as functions. */
final class ConditionFunctions {
    private static final Map<String, HogQlComparison> COMPARISONS =
            Map.ofEntries(
                    Map.entry("equals", HogQlComparison.EQUAL),
                    Map.entry("notEquals", HogQlComparison.NOT_EQUAL),
                    Map.entry("less", HogQlComparison.LESS),
                    Map.entry("lessOrEquals", HogQlComparison.LESS_OR_EQUAL),
                    Map.entry("greater", HogQlComparison.GREATER),
                    Map.entry("greaterOrEquals", HogQlComparison.GREATER_OR_EQUAL),
                    Map.entry("like", HogQlComparison.LIKE),
                    Map.entry("notLike", HogQlComparison.NOT_LIKE),
                    Map.entry("ilike", HogQlComparison.ILIKE),
                    Map.entry("notILike", HogQlComparison.NOT_ILIKE),
                    Map.entry("match", HogQlComparison.REGEX),
                    Map.entry("in", HogQlComparison.IN),
                    Map.entry("notIn", HogQlComparison.NOT_IN));

    private static final Map<String, ArithmeticOperator> ARITHMETIC =
            Map.of(
                    "plus", ArithmeticOperator.ADD,
                    "minus", ArithmeticOperator.SUBTRACT,
                    "multiply", ArithmeticOperator.MULTIPLY,
                    "divide", ArithmeticOperator.DIVIDE,
                    "modulo", ArithmeticOperator.MODULO,
                    "mod", ArithmeticOperator.MODULO);

    private ConditionFunctions() {}

    static void addTo(FunctionTable table) {
        COMPARISONS.forEach((name, operator) -> table.add(name, 2, 2, a -> compare(a, operator)));
        ARITHMETIC.forEach((name, operator) ->
                table.add(
                        name,
                        2,
                        2,
                        a -> Calculation.of(operator, a.value(0), a.value(1), a.coercion())));
        table.add("and", 2, MANY, a -> logical(a, Connective.AND));
        table.add("or", 2, MANY, a -> logical(a, Connective.OR));
        table.add("not", 1, 1, a -> TypedSql.flag(new Not(a.coercion().truth(a.value(0)))));
        table.add("xor", 2, 2, ConditionFunctions::exclusive);
        table.add("if", 3, 3, ConditionFunctions::choice);
        table.add("multiIf", 3, MANY, ConditionFunctions::choice);
        table.add(ExpressionBuilder.CASE_WITH_SUBJECT, 4, MANY, ConditionFunctions::bySubject);
        table.add("coalesce", 1, MANY, ConditionFunctions::first);
        table.add("ifNull", 2, 2, ConditionFunctions::first);
        table.add("nullIf", 2, 2, ConditionFunctions::nullIf);
        table.add("isNull", 1, 1, a -> TypedSql.flag(new IsNull(a.value(0).sql())));
        table.add("isNotNull", 1, 1, a -> TypedSql.flag(Conditions.isSet(a.value(0).sql())));
        table.add("assumeNotNull", 1, 1, a -> ElementAccess.withDefault(a.value(0)));
        table.add("toNullable", 1, 1, a -> a.value(0));
        table.add("matchesAction", 1, 1, ConditionFunctions::matchesAction);
    }

    private static TypedSql compare(Arguments arguments, HogQlComparison operator) {
        Comparison comparison =
                new Comparison(
                        operator,
                        arguments.written(0),
                        arguments.written(1),
                        arguments.call().position());
        return TypedSql.flag(
                new ComparisonTranslator(arguments.translator()).translate(comparison));
    }

    private static TypedSql logical(Arguments arguments, Connective connective) {
        List<SqlExpression> truths =
                arguments.values().stream().map(arguments.coercion()::truth).toList();
        return TypedSql.flag(new Logical(connective, truths));
    }

    private static TypedSql exclusive(Arguments arguments) {
        SqlExpression left = arguments.coercion().truth(arguments.value(0));
        SqlExpression right = arguments.coercion().truth(arguments.value(1));
        return TypedSql.flag(new Not(Conditions.equal(left, right)));
    }

    private static TypedSql choice(Arguments arguments) {
        if (arguments.size() % 2 == 0) {
            throw arguments.refused("an odd number of arguments expected");
        }
        List<SqlExpression> conditions = new ArrayList<>();
        List<TypedSql> results = new ArrayList<>();
        for (int place = 0; place + 1 < arguments.size(); place += 2) {
            conditions.add(arguments.condition(place));
            results.add(arguments.value(place + 1));
        }
        results.add(arguments.value(arguments.size() - 1));
        return chosen(conditions, results, arguments.coercion());
    }

    private static TypedSql bySubject(Arguments arguments) {
        TypedSql subject = arguments.value(0);
        Comparer comparer = arguments.translator().comparer();
        List<TypedSql> results = new ArrayList<>();
        List<TypedSql> keys = new ArrayList<>();
        for (int place = 1; place + 1 < arguments.size(); place += 2) {
            keys.add(arguments.value(place));
            results.add(arguments.value(place + 1));
        }
        results.add(arguments.value(arguments.size() - 1));
        HogQlType type = CommonType.of(results);
        return new TypedSql(
                arguments
                        .translator()
                        .let(
                                subject.sql(),
                                "subject",
                                once -> {
                                    TypedSql same = new TypedSql(once, subject.type());
                                    List<SqlExpression> conditions =
                                            keys.stream()
                                                    .map(key -> comparer.equal(same, key))
                                                    .toList();
                                    return chosen(conditions, results, arguments.coercion()).sql();
                                }),
                type);
    }

    private static TypedSql chosen(
            List<SqlExpression> conditions, List<TypedSql> results, Coercion coercion) {
        HogQlType type = CommonType.of(results);
        List<When> whens = new ArrayList<>();
        for (int place = 0; place < conditions.size(); place++) {
            whens.add(new When(conditions.get(place), coercion.as(results.get(place), type)));
        }
        return new TypedSql(new Case(whens, coercion.as(results.getLast(), type)), type);
    }

    private static TypedSql first(Arguments arguments) {
        List<TypedSql> values = arguments.values();
        HogQlType type = CommonType.of(values);
        List<SqlExpression> alike =
                values.stream().map(value -> arguments.coercion().as(value, type)).toList();
        return alike.size() == 1
                ? values.getFirst()
                : new TypedSql(new SqlExpression.Call(SqlFunction.COALESCE, alike), type);
    }

    private static TypedSql nullIf(Arguments arguments) {
        TypedSql value = arguments.value(0);
        SqlExpression other = arguments.coercion().as(arguments.value(1), value.type());
        // Not NULLIF: the engine can't compile that inside of a lambda.
        return new TypedSql(
                arguments
                        .translator()
                        .let(
                                value.sql(),
                                "value",
                                once ->
                                        Sql.choose(
                                                Conditions.equal(once, other),
                                                new SqlExpression.Null(),
                                                once)),
                value.type());
    }

    private static TypedSql matchesAction(Arguments arguments) {
        return TypedSql.flag(
                arguments.translator().surroundings().matchesAction(arguments.written(0)));
    }
}
