package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.Lambda;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.TextConstant;
import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlFunction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The arguments of a function, each as what the function takes it for. */
record Arguments(Call call, ExpressionTranslator translator) {
    int size() {
        return call.arguments().size();
    }

    Coercion coercion() {
        return translator.coercion();
    }

    HogQlScope scope() {
        return translator.surroundings().scope();
    }

    HogQlExpression written(int place) {
        HogQlExpression argument = call.arguments().get(place);
        while (argument instanceof HogQlExpression.Alias(var value, _, _)) {
            argument = value;
        }
        return argument;
    }

    TypedSql value(int place) {
        return translator.translate(call.arguments().get(place));
    }

    List<TypedSql> values() {
        return valuesFrom(0);
    }

    List<TypedSql> valuesFrom(int place) {
        return translator.translateAll(call.arguments().subList(place, size()));
    }

    SqlExpression text(int place) {
        return coercion().text(value(place));
    }

    /** A function of what lies some steps into the JSON text that is the first argument. */
    SqlExpression ofJson(SqlFunction function, List<JsonStep> steps) {
        return translator.ofJson(function, written(0), steps);
    }

    SqlExpression number(int place) {
        return coercion().number(value(place));
    }

    SqlExpression whole(int place) {
        return coercion().whole(value(place));
    }

    SqlExpression condition(int place) {
        return coercion().condition(value(place));
    }

    SqlExpression instant(int place) {
        return coercion().instant(value(place));
    }

    /** An array; a JSON text that holds one is taken for an array of texts. */
    TypedSql array(int place) {
        TypedSql value = value(place);
        if (value.type() instanceof ArrayOf) {
            return value;
        }
        if (value.is(HogQlType.Single.TEXT)) {
            return JsonFunctions.elements(value.sql());
        }
        throw refused("argument %d must be an array".formatted(place + 1));
    }

    static HogQlType elementOf(TypedSql array) {
        return array.type() instanceof ArrayOf(var element) ? element : HogQlType.Single.NOTHING;
    }

    TypedLambda lambda(int place, List<HogQlType> types) {
        if (written(place) instanceof Lambda lambda) {
            return translator.lambda(lambda, types);
        }
        throw refused("argument %d must be a lambda like x -> x + 1".formatted(place + 1));
    }

    boolean isLambda(int place) {
        return written(place) instanceof Lambda;
    }

    /** A text that is written out. */
    String constantText(int place) {
        if (written(place) instanceof TextConstant(var value, _)) {
            return value;
        }
        throw refused("argument %d must be a text in quotes".formatted(place + 1));
    }

    /** A whole number that is written out; empty where there is no such argument. */
    Optional<Integer> constantWhole(int place) {
        if (place >= size()) {
            return Optional.empty();
        }
        if (written(place) instanceof NumberConstant(var value, var whole, _)
                && whole
                && value.precision() < 10) {
            return Optional.of(value.intValueExact());
        }
        throw refused("argument %d must be a whole number".formatted(place + 1));
    }

    /** The number in the first pair of parentheses. */
    BigDecimal parameter(BigDecimal otherwise) {
        if (call.parameters().isEmpty()) {
            return otherwise;
        }
        if (call.parameters().getFirst() instanceof NumberConstant(var value, _, _)) {
            return value;
        }
        throw refused("its parameter must be a number");
    }

    HogQlException refused(String why) {
        return new HogQlException(
                "Function '%s': %s.".formatted(call.name(), why), call.position());
    }
}
