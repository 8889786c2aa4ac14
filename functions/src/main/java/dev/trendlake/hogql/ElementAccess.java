package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlExpression.Element;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.TextConstant;
import dev.trendlake.hogql.HogQlExpression.Tuple;
import dev.trendlake.hogql.HogQlExpression.TupleElement;
import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.util.List;

/** Takes an element out of an array, or a member out of a JSON text. */
record ElementAccess(ExpressionTranslator translator) {
    TypedSql of(HogQlExpression expression) {
        return switch (expression) {
            case Element(Tuple(var elements, _), NumberConstant(var place, _, _), var position) ->
                    translator.translate(element(elements, place.intValue(), position));
            case Element(var container, TextConstant(var key, _), _) ->
                    members(translator.translate(container), List.of(key));
            case Element(var container, var key, var position) ->
                    at(translator.translate(container), translator.translate(key), position);
            case TupleElement(Tuple(var elements, _), var place, var position) ->
                    translator.translate(element(elements, place, position));
            case TupleElement(var container, var place, var position) ->
                    at(translator.translate(container), TypedSql.whole(new Whole(place)), position);
            default -> throw new IllegalArgumentException(expression + " has no element");
        };
    }

    TypedSql members(TypedSql value, List<String> keys) {
        if (keys.isEmpty()) {
            return value;
        }
        List<JsonStep> steps =
                keys.stream().map(key -> (JsonStep) new JsonStep.Member(key)).toList();
        return TypedSql.text(Json.text(translator.coercion().text(value), steps));
    }

    /** The element at a place, counted from 1 or back from -1; a plain value beyond the end. */
    TypedSql at(TypedSql container, TypedSql place, int position) {
        if (container.type() instanceof ArrayOf(var element)) {
            SqlExpression found = call(SqlFunction.ELEMENT_AT, container.sql(), index(place));
            return withDefault(new TypedSql(found, element));
        }
        if (container.is(Single.TEXT) && place.sql() instanceof Whole(var number)) {
            if (number < 1) {
                throw new HogQlException("Places in JSON are counted from 1.", position);
            }
            JsonStep step = new JsonStep.Place(Math.clamp(number, 1, Integer.MAX_VALUE));
            return TypedSql.text(Json.text(container.sql(), List.of(step)));
        }
        throw new HogQlException("Only arrays and JSON have elements.", position);
    }

    /** A value, or where it is NULL what ClickHouse takes in its place. */
    static TypedSql withDefault(TypedSql value) {
        return switch (value.type()) {
            case Single.TEXT -> TypedSql.text(Sql.or(value.sql(), new Text("")));
            case Single.WHOLE -> TypedSql.whole(Sql.or(value.sql(), new Whole(0)));
            case Single.NUMBER -> TypedSql.number(Sql.or(value.sql(), Sql.decimal(0)));
            case Single.BOOLEAN, Single.FLAG ->
                    new TypedSql(Sql.neverNull(value.sql()), value.type());
            case Single.INSTANT, Single.SECOND, Single.DATE, Single.NOTHING -> value;
            case ArrayOf _, HogQlType.IntervalOf _ -> value;
        };
    }

    // The engine refuses place 0.
    private SqlExpression index(TypedSql place) {
        SqlExpression whole = translator.coercion().whole(place);
        if (whole instanceof Whole(var number) && number != 0) {
            return whole;
        }
        return Let.be(
                whole,
                translator.newName("place"),
                once -> {
                    SqlExpression isNone = Conditions.equal(once, new Whole(0));
                    return Sql.choose(isNone, new SqlExpression.Null(), once);
                });
    }

    private static HogQlExpression element(
            List<HogQlExpression> elements, int place, int position) {
        if (place < 1 || place > elements.size()) {
            throw new HogQlException(
                    "A tuple of %d has no element %d.".formatted(elements.size(), place), position);
        }
        return elements.get(place - 1);
    }
}
