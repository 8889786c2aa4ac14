package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlExpression.TextConstant;
import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.util.List;
import java.util.Map;

/** Functions of texts. */
final class TextFunctions {
    private static final Map<String, SqlFunction> OF_ONE =
            Map.of(
                    "lower", SqlFunction.LOWER,
                    "lowerUTF8", SqlFunction.LOWER,
                    "upper", SqlFunction.UPPER,
                    "upperUTF8", SqlFunction.UPPER,
                    "lcase", SqlFunction.LOWER,
                    "ucase", SqlFunction.UPPER);

    private static final long LONGEST_PADDED = 1_000;

    private TextFunctions() {}

    static void addTo(FunctionTable table) {
        OF_ONE.forEach((name, function) ->
                table.add(name, 1, 1, a -> TypedSql.text(call(function, a.text(0)))));
        table.add("concat", 1, FunctionTable.MANY, TextFunctions::concat);
        table.add("length", 1, 1, TextFunctions::length);
        for (String name : List.of("lengthUTF8", "char_length", "character_length")) {
            table.add(name, 1, 1, a -> TypedSql.whole(call(SqlFunction.LENGTH, a.text(0))));
        }
        table.add("empty", 1, 1, a -> TypedSql.flag(isEmpty(a)));
        table.add("notEmpty", 1, 1, a -> TypedSql.flag(new SqlExpression.Not(isEmpty(a))));
        for (String name : List.of("substring", "substr", "mid", "substringUTF8")) {
            table.add(name, 2, 3, TextFunctions::substring);
        }
        table.add("left", 2, 2, TextFunctions::left);
        table.add("right", 2, 2, TextFunctions::right);
        table.add("position", 2, 2, a -> position(a.text(0), a.text(1)));
        table.add("positionCaseInsensitive", 2, 2, TextFunctions::positionIgnoringCase);
        table.add("startsWith", 2, 2, TextFunctions::startsWith);
        table.add("endsWith", 2, 2, TextFunctions::endsWith);
        table.add("multiSearchAny", 2, 2, a -> containsAny(a, false));
        table.add("multiSearchAnyCaseInsensitive", 2, 2, a -> containsAny(a, true));
        table.add("leftPad", 2, 3, a -> padded(a, SqlFunction.LPAD));
        table.add("rightPad", 2, 3, a -> padded(a, SqlFunction.RPAD));
        for (String name : List.of("splitByChar", "splitByString")) {
            table.add(name, 2, 2, TextFunctions::split);
        }
        table.add("reverse", 1, 1, TextFunctions::reverse);
    }

    // An absent part is an empty one, as PostHog writes it.
    private static TypedSql concat(Arguments arguments) {
        List<SqlExpression> parts =
                arguments.values().stream()
                        .map(value -> arguments.coercion().text(value))
                        .map(part -> part instanceof Text ? part : Sql.or(part, new Text("")))
                        .toList();
        return TypedSql.text(
                parts.size() == 1
                        ? parts.getFirst()
                        : new SqlExpression.Call(SqlFunction.CONCAT, parts));
    }

    private static TypedSql length(Arguments arguments) {
        TypedSql value = arguments.value(0);
        return TypedSql.whole(
                value.type() instanceof ArrayOf
                        ? call(SqlFunction.CARDINALITY, value.sql())
                        : call(
                                SqlFunction.LENGTH,
                                call(SqlFunction.TO_UTF8, arguments.coercion().text(value))));
    }

    private static SqlExpression isEmpty(Arguments arguments) {
        TypedSql value = arguments.value(0);
        return value.type() instanceof ArrayOf
                ? Conditions.equal(call(SqlFunction.CARDINALITY, value.sql()), new Whole(0))
                : Conditions.equal(arguments.coercion().text(value), new Text(""));
    }

    private static TypedSql substring(Arguments arguments) {
        SqlExpression text = arguments.text(0);
        SqlExpression start = arguments.whole(1);
        return TypedSql.text(
                arguments.size() == 2
                        ? call(SqlFunction.SUBSTR, text, start)
                        : call(SqlFunction.SUBSTR, text, start, arguments.whole(2)));
    }

    private static TypedSql left(Arguments arguments) {
        return TypedSql.text(
                call(SqlFunction.SUBSTR, arguments.text(0), new Whole(1), arguments.whole(1)));
    }

    private static TypedSql right(Arguments arguments) {
        SqlExpression backwards = call(SqlFunction.REVERSE, arguments.text(0));
        SqlExpression kept = call(SqlFunction.SUBSTR, backwards, new Whole(1), arguments.whole(1));
        return TypedSql.text(call(SqlFunction.REVERSE, kept));
    }

    private static TypedSql position(SqlExpression text, SqlExpression part) {
        return TypedSql.whole(call(SqlFunction.STRPOS, text, part));
    }

    private static TypedSql positionIgnoringCase(Arguments arguments) {
        return position(lower(arguments.text(0)), lower(arguments.text(1)));
    }

    private static SqlExpression lower(SqlExpression text) {
        return call(SqlFunction.LOWER, text);
    }

    private static TypedSql startsWith(Arguments arguments) {
        return TypedSql.flag(call(SqlFunction.STARTS_WITH, arguments.text(0), arguments.text(1)));
    }

    private static TypedSql endsWith(Arguments arguments) {
        return TypedSql.flag(
                call(
                        SqlFunction.STARTS_WITH,
                        call(SqlFunction.REVERSE, arguments.text(0)),
                        call(SqlFunction.REVERSE, arguments.text(1))));
    }

    private static TypedSql containsAny(Arguments arguments, boolean ignoringCase) {
        TypedSql parts = arguments.array(1);
        SqlExpression text = arguments.text(0);
        String name = arguments.translator().newName("part");
        SqlExpression part =
                arguments
                        .coercion()
                        .text(
                                new TypedSql(
                                        new SqlExpression.Column(name),
                                        Arguments.elementOf(parts)));
        SqlExpression place =
                ignoringCase
                        ? call(SqlFunction.STRPOS, lower(text), lower(part))
                        : call(SqlFunction.STRPOS, text, part);
        SqlExpression found = Conditions.compare(place, ComparisonOperator.GREATER, new Whole(0));
        Lambda lambda = new Lambda(List.of(name), found);
        return TypedSql.flag(Sql.neverNull(call(SqlFunction.ANY_MATCH, parts.sql(), lambda)));
    }

    private static TypedSql padded(Arguments arguments, SqlFunction function) {
        // What is longer would only fill the engine's memory.
        SqlExpression length =
                call(SqlFunction.LEAST, arguments.whole(1), new Whole(LONGEST_PADDED));
        SqlExpression filling = arguments.size() == 3 ? arguments.text(2) : new Text(" ");
        return TypedSql.text(
                call(SqlFunction.TRY, call(function, arguments.text(0), length, filling)));
    }

    private static TypedSql split(Arguments arguments) {
        SqlExpression text = arguments.text(1);
        if (arguments.written(0) instanceof TextConstant(var separator, _)) {
            SqlExpression parts =
                    separator.isEmpty()
                            ? call(SqlFunction.REGEXP_EXTRACT_ALL, text, new Text("(?s)."))
                            : call(SqlFunction.SPLIT, text, new Text(separator));
            return TypedSql.array(parts, Single.TEXT);
        }
        throw arguments.refused("the separator must be a text in quotes");
    }

    private static TypedSql reverse(Arguments arguments) {
        TypedSql value = arguments.value(0);
        return value.type() instanceof ArrayOf
                ? new TypedSql(call(SqlFunction.REVERSE, value.sql()), value.type())
                : TypedSql.text(call(SqlFunction.REVERSE, arguments.coercion().text(value)));
    }
}
