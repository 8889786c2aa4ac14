package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of arrays that take no lambda. */
final class ArrayFunctions {
    private static final Map<String, SqlFunction> SAME_TYPE =
            Map.of(
                    "arrayDistinct", SqlFunction.ARRAY_DISTINCT,
                    "arrayReverse", SqlFunction.REVERSE);

    private static final Map<String, SqlFunction> OF_ELEMENTS =
            Map.of("arrayMin", SqlFunction.ARRAY_MIN, "arrayMax", SqlFunction.ARRAY_MAX);

    private ArrayFunctions() {}

    static void addTo(FunctionTable table) {
        SAME_TYPE.forEach((name, function) -> table.add(name, 1, 1, a -> same(a, function)));
        OF_ELEMENTS.forEach((name, function) -> table.add(name, 1, 1, a -> element(a, function)));
        for (String name : List.of("array", "tuple")) {
            table.add(name, 0, FunctionTable.MANY, a -> a.translator().array(a.values()));
        }
        table.add("arrayElement", 2, 2, ArrayFunctions::at);
        table.add("has", 2, 2, ArrayFunctions::has);
        table.add("hasAny", 2, 2, ArrayFunctions::hasAny);
        table.add("indexOf", 2, 2, ArrayFunctions::indexOf);
        table.add("arrayUniq", 1, 1, ArrayFunctions::differentElements);
        table.add("arrayConcat", 1, FunctionTable.MANY, ArrayFunctions::joined);
        table.add("arrayPushBack", 2, 2, ArrayFunctions::pushedBack);
        table.add("arraySlice", 2, 3, ArrayFunctions::slice);
        table.add("arrayStringConcat", 1, 2, ArrayFunctions::text);
        table.add("arrayReverseSort", 1, 1, ArrayFunctions::sortedBackwards);
    }

    private static TypedSql same(Arguments arguments, SqlFunction function) {
        TypedSql array = arguments.array(0);
        return new TypedSql(call(function, array.sql()), array.type());
    }

    private static TypedSql element(Arguments arguments, SqlFunction function) {
        TypedSql array = arguments.array(0);
        return new TypedSql(call(function, array.sql()), Arguments.elementOf(array));
    }

    private static TypedSql at(Arguments arguments) {
        return new ElementAccess(arguments.translator())
                .at(arguments.array(0), arguments.value(1), arguments.call().position());
    }

    private static TypedSql has(Arguments arguments) {
        TypedSql array = arguments.array(0);
        return TypedSql.flag(
                arguments
                        .translator()
                        .comparer()
                        .has(array, Arguments.elementOf(array), arguments.value(1)));
    }

    private static TypedSql hasAny(Arguments arguments) {
        return TypedSql.flag(
                Sql.neverNull(
                        call(
                                SqlFunction.ARRAYS_OVERLAP,
                                arguments.array(0).sql(),
                                arguments.array(1).sql())));
    }

    private static TypedSql indexOf(Arguments arguments) {
        TypedSql array = arguments.array(0);
        SqlExpression wanted =
                arguments.coercion().as(arguments.value(1), Arguments.elementOf(array));
        return TypedSql.whole(call(SqlFunction.ARRAY_POSITION, array.sql(), wanted));
    }

    private static TypedSql differentElements(Arguments arguments) {
        SqlExpression different = call(SqlFunction.ARRAY_DISTINCT, arguments.array(0).sql());
        return TypedSql.whole(call(SqlFunction.CARDINALITY, different));
    }

    private static TypedSql joined(Arguments arguments) {
        List<TypedSql> arrays = new ArrayList<>();
        for (int place = 0; place < arguments.size(); place++) {
            arrays.add(arguments.array(place));
        }
        HogQlType type = CommonType.of(arrays);
        List<SqlExpression> all = arrays.stream().map(TypedSql::sql).toList();
        return all.size() == 1
                ? arrays.getFirst()
                : new TypedSql(new SqlExpression.Call(SqlFunction.CONCAT, all), type);
    }

    private static TypedSql pushedBack(Arguments arguments) {
        TypedSql array = arguments.array(0);
        SqlExpression last =
                arguments.coercion().as(arguments.value(1), Arguments.elementOf(array));
        SqlExpression longer = call(SqlFunction.CONCAT, array.sql(), new Array(List.of(last)));
        return new TypedSql(longer, array.type());
    }

    private static TypedSql slice(Arguments arguments) {
        TypedSql array = arguments.array(0);
        SqlExpression start = arguments.whole(1);
        SqlExpression part =
                arguments.size() == 3
                        ? call(SqlFunction.SLICE, array.sql(), start, arguments.whole(2))
                        : Let.be(
                                array.sql(),
                                arguments.translator().newName("whole"),
                                once ->
                                        call(
                                                SqlFunction.SLICE,
                                                once,
                                                start,
                                                call(SqlFunction.CARDINALITY, once)));
        return new TypedSql(call(SqlFunction.TRY, part), array.type());
    }

    private static TypedSql text(Arguments arguments) {
        TypedSql array = arguments.array(0);
        SqlExpression separator = arguments.size() == 2 ? arguments.text(1) : new Text("");
        SqlExpression texts =
                array.type().equals(new ArrayOf(Single.TEXT))
                        ? array.sql()
                        : LambdaFunctions.mapped(
                                arguments, array, element -> arguments.coercion().text(element));
        return TypedSql.text(call(SqlFunction.ARRAY_JOIN, texts, separator));
    }

    private static TypedSql sortedBackwards(Arguments arguments) {
        TypedSql array = arguments.array(0);
        SqlExpression sorted = call(SqlFunction.ARRAY_SORT, array.sql());
        return new TypedSql(call(SqlFunction.REVERSE, sorted), array.type());
    }
}
