package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.util.List;
import java.util.function.Function;

/** Functions of arrays that take a lambda first, some of them only if there is one. */
final class LambdaFunctions {
    private LambdaFunctions() {}

    static void addTo(FunctionTable table) {
        table.add("arrayMap", 2, 3, LambdaFunctions::map);
        table.add("arrayFilter", 2, 2, LambdaFunctions::kept);
        table.add("arrayExists", 1, 2, a -> matches(a, SqlFunction.ANY_MATCH));
        table.add("arrayAll", 1, 2, a -> matches(a, SqlFunction.ALL_MATCH));
        table.add(
                "arrayCount",
                1,
                2,
                a -> TypedSql.whole(call(SqlFunction.CARDINALITY, kept(a).sql())));
        table.add("arrayFirst", 2, 2, a -> end(a, 1));
        table.add("arrayLast", 2, 2, a -> end(a, -1));
        table.add("arraySum", 1, 2, a -> TypedSql.number(sum(a)));
        table.add("arrayAvg", 1, 2, LambdaFunctions::average);
        table.add("arraySort", 1, 1, LambdaFunctions::sorted);
    }

    /** An array of what is made of each element. */
    static SqlExpression mapped(
            Arguments arguments, TypedSql array, Function<TypedSql, SqlExpression> body) {
        String name = arguments.translator().newName("element");
        TypedSql element = new TypedSql(new Column(name), Arguments.elementOf(array));
        Lambda lambda = new Lambda(List.of(name), body.apply(element));
        return call(SqlFunction.TRANSFORM, array.sql(), lambda);
    }

    private static TypedSql map(Arguments arguments) {
        TypedSql first = arguments.array(1);
        if (arguments.size() == 2) {
            return mapped(arguments, first);
        }
        TypedSql second = arguments.array(2);
        TypedLambda lambda =
                arguments.lambda(
                        0, List.of(Arguments.elementOf(first), Arguments.elementOf(second)));
        SqlExpression zipped =
                call(SqlFunction.ZIP_WITH, first.sql(), second.sql(), lambda.lambda());
        return TypedSql.array(zipped, lambda.result());
    }

    private static TypedSql mapped(Arguments arguments, TypedSql array) {
        TypedLambda lambda = arguments.lambda(0, List.of(Arguments.elementOf(array)));
        SqlExpression mapped = call(SqlFunction.TRANSFORM, array.sql(), lambda.lambda());
        return TypedSql.array(mapped, lambda.result());
    }

    private static TypedSql array(Arguments arguments) {
        return arguments.array(arguments.size() - 1);
    }

    private static Lambda condition(Arguments arguments, TypedSql array) {
        HogQlType element = Arguments.elementOf(array);
        if (arguments.isLambda(0)) {
            TypedLambda lambda = arguments.lambda(0, List.of(element));
            TypedSql body = new TypedSql(lambda.lambda().body(), lambda.result());
            return new Lambda(lambda.lambda().parameters(), arguments.coercion().condition(body));
        }
        if (arguments.size() == 2) {
            throw arguments.refused("argument 1 must be a lambda like x -> x > 1");
        }
        String name = arguments.translator().newName("element");
        TypedSql itself = new TypedSql(new Column(name), element);
        return new Lambda(List.of(name), arguments.coercion().condition(itself));
    }

    private static TypedSql kept(Arguments arguments) {
        TypedSql array = array(arguments);
        return new TypedSql(
                call(SqlFunction.FILTER, array.sql(), condition(arguments, array)), array.type());
    }

    private static TypedSql matches(Arguments arguments, SqlFunction function) {
        TypedSql array = array(arguments);
        return TypedSql.flag(
                Sql.neverNull(call(function, array.sql(), condition(arguments, array))));
    }

    private static TypedSql end(Arguments arguments, int place) {
        TypedSql kept = kept(arguments);
        SqlExpression element = call(SqlFunction.ELEMENT_AT, kept.sql(), new Whole(place));
        return ElementAccess.withDefault(new TypedSql(element, Arguments.elementOf(kept)));
    }

    private static SqlExpression numbers(Arguments arguments) {
        TypedSql array = array(arguments);
        TypedSql values = arguments.size() == 2 ? mapped(arguments, array) : array;
        return mapped(arguments, values, element -> arguments.coercion().number(element));
    }

    private static SqlExpression sum(Arguments arguments) {
        return summed(arguments, numbers(arguments));
    }

    private static SqlExpression summed(Arguments arguments, SqlExpression numbers) {
        String sum = arguments.translator().newName("sum");
        String element = arguments.translator().newName("element");
        SqlExpression more = Sql.plus(new Column(sum), Sql.or(new Column(element), Sql.decimal(0)));
        return call(
                SqlFunction.REDUCE,
                numbers,
                Sql.decimal(0),
                new Lambda(List.of(sum, element), more),
                new Lambda(List.of(sum), new Column(sum)));
    }

    private static TypedSql average(Arguments arguments) {
        SqlExpression average =
                Let.be(
                        numbers(arguments),
                        arguments.translator().newName("numbers"),
                        numbers ->
                                Sql.divided(
                                        summed(arguments, numbers),
                                        Sql.asDouble(call(SqlFunction.CARDINALITY, numbers))));
        return TypedSql.number(average);
    }

    private static TypedSql sorted(Arguments arguments) {
        TypedSql array = arguments.array(0);
        return new TypedSql(call(SqlFunction.ARRAY_SORT, array.sql()), array.type());
    }
}
