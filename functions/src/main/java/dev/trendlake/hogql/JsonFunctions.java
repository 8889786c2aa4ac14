package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.TextConstant;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.sql.SurrogatePairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Functions that take members out of JSON texts; what is absent is a plain value, not NULL. */
final class JsonFunctions {
    private static final int MANY = FunctionTable.MANY;

    private JsonFunctions() {}

    static void addTo(FunctionTable table) {
        table.add("JSONExtractString", 1, MANY, a -> text(a, a.size()));
        table.add("JSONExtractInt", 1, MANY, a -> whole(a, a.size()));
        table.add("JSONExtractUInt", 1, MANY, a -> whole(a, a.size()));
        table.add("JSONExtractFloat", 1, MANY, a -> number(a, a.size()));
        table.add("JSONExtractBool", 1, MANY, a -> truth(a, a.size()));
        table.add("JSONExtractRaw", 1, MANY, a -> raw(a, a.size()));
        table.add("JSONExtractArrayRaw", 1, MANY, a -> list(a, a.size(), false));
        table.add("JSONExtract", 2, MANY, JsonFunctions::ofNamedType);
        table.add("JSONHas", 1, MANY, JsonFunctions::has);
        table.add("JSONLength", 1, MANY, JsonFunctions::length);
        table.add("isValidJSON", 1, 1, JsonFunctions::isValid);
    }

    /** The elements of the array that a JSON text holds, as properties read. */
    static TypedSql elements(SqlExpression json) {
        return TypedSql.array(texts(json, true), Single.TEXT);
    }

    private static SqlExpression texts(SqlExpression json, boolean unquoted) {
        SqlExpression parsed =
                call(
                        SqlFunction.TRY,
                        Sql.cast(call(SqlFunction.JSON_PARSE, json), SqlType.ARRAY_OF_JSON));
        SqlExpression raw =
                SurrogatePairs.joined(call(SqlFunction.JSON_FORMAT, new Column("json_element")));
        SqlExpression text =
                unquoted
                        ? call(SqlFunction.REGEXP_REPLACE, raw, new Text("^\"|\"$"), new Text(""))
                        : raw;
        return call(SqlFunction.TRANSFORM, parsed, new Lambda(List.of("json_element"), text));
    }

    private static TypedSql text(Arguments arguments, int end) {
        SqlExpression unquoted = Json.unquoted(rawOrNull(arguments, end));
        return TypedSql.text(
                call(SqlFunction.COALESCE, scalar(arguments, end), unquoted, new Text("")));
    }

    private static TypedSql whole(Arguments arguments, int end) {
        return ElementAccess.withDefault(wholeOrNull(arguments, end));
    }

    private static TypedSql wholeOrNull(Arguments arguments, int end) {
        return TypedSql.whole(arguments.coercion().whole(scalarText(arguments, end)));
    }

    private static TypedSql number(Arguments arguments, int end) {
        return ElementAccess.withDefault(numberOrNull(arguments, end));
    }

    private static TypedSql numberOrNull(Arguments arguments, int end) {
        return TypedSql.number(arguments.coercion().number(scalarText(arguments, end)));
    }

    private static TypedSql truth(Arguments arguments, int end) {
        return TypedSql.flag(
                Sql.neverNull(Conditions.equal(scalar(arguments, end), new Text("true"))));
    }

    private static TypedSql raw(Arguments arguments, int end) {
        SqlExpression raw = rawOrNull(arguments, end);
        return TypedSql.text(Sql.or(raw, new Text("")));
    }

    private static TypedSql list(Arguments arguments, int end, boolean unquoted) {
        SqlExpression raw = rawOrNull(arguments, end);
        SqlExpression texts = Sql.or(texts(raw, unquoted), new Array(List.of()));
        return TypedSql.array(texts, Single.TEXT);
    }

    private static TypedSql ofNamedType(Arguments arguments) {
        int end = arguments.size() - 1;
        String type = arguments.constantText(end).toLowerCase(Locale.ROOT);
        boolean orNull = type.startsWith("nullable(");
        String name = orNull ? type.substring(9, type.length() - 1) : type;
        return switch (name) {
            case "string" -> orNull ? scalarText(arguments, end) : text(arguments, end);
            case "float", "float32", "float64", "double" ->
                    orNull ? numberOrNull(arguments, end) : number(arguments, end);
            case "bool" -> truth(arguments, end);
            case "int", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64" ->
                    orNull ? wholeOrNull(arguments, end) : whole(arguments, end);
            case "array(string)" -> list(arguments, end, true);
            default -> throw arguments.refused("unsupported type " + type);
        };
    }

    private static TypedSql has(Arguments arguments) {
        List<JsonStep> steps = steps(arguments, arguments.size());
        SqlExpression member = arguments.ofJson(SqlFunction.JSON_EXTRACT, steps);
        return TypedSql.flag(Conditions.isSet(member));
    }

    private static TypedSql length(Arguments arguments) {
        List<JsonStep> steps = steps(arguments, arguments.size());
        SqlExpression size = arguments.ofJson(SqlFunction.JSON_SIZE, steps);
        return TypedSql.whole(Sql.or(size, new Whole(0)));
    }

    private static TypedSql isValid(Arguments arguments) {
        SqlExpression parsed =
                call(SqlFunction.TRY, call(SqlFunction.JSON_PARSE, arguments.text(0)));
        return TypedSql.flag(Conditions.isSet(parsed));
    }

    private static TypedSql scalarText(Arguments arguments, int end) {
        return TypedSql.text(scalar(arguments, end));
    }

    private static SqlExpression scalar(Arguments arguments, int end) {
        return arguments.ofJson(SqlFunction.JSON_EXTRACT_SCALAR, steps(arguments, end));
    }

    // Without steps it is the text itself, as it is written.
    private static SqlExpression rawOrNull(Arguments arguments, int end) {
        List<JsonStep> steps = steps(arguments, end);
        return steps.isEmpty()
                ? arguments.text(0)
                : Json.formatted(arguments.ofJson(SqlFunction.JSON_EXTRACT, steps));
    }

    private static List<JsonStep> steps(Arguments arguments, int end) {
        List<JsonStep> steps = new ArrayList<>();
        for (int place = 1; place < end; place++) {
            steps.add(
                    switch (arguments.written(place)) {
                        case TextConstant(var key, _) -> new JsonStep.Member(key);
                        case NumberConstant(var index, _, _) -> JsonStep.element(index);
                        default -> throw arguments.refused("keys must be written out");
                    });
        }
        return steps;
    }
}
