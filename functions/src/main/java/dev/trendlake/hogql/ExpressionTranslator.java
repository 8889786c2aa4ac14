package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.Element;
import dev.trendlake.hogql.HogQlExpression.Field;
import dev.trendlake.hogql.HogQlExpression.Lambda;
import dev.trendlake.hogql.HogQlExpression.NumberConstant;
import dev.trendlake.hogql.HogQlExpression.TruthConstant;
import dev.trendlake.hogql.HogQlExpression.TupleElement;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.Connective;
import dev.trendlake.sql.Let;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Logical;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlRenderer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Translates an expression within its surroundings. */
final class ExpressionTranslator {
    // Some things are looked at twice; within each other that must not go on for ever.
    private static final int MOST_STEPS = 20_000;

    private static final int LONGEST_REPEATED = 10_000;

    private final Surroundings surroundings;
    private final Coercion coercion;
    private final Map<String, TypedSql> variables;
    private final AtomicInteger names;
    private final AtomicInteger steps;

    ExpressionTranslator(Surroundings surroundings) {
        this(surroundings, Map.of(), new AtomicInteger(), new AtomicInteger());
    }

    private ExpressionTranslator(
            Surroundings surroundings,
            Map<String, TypedSql> variables,
            AtomicInteger names,
            AtomicInteger steps) {
        this.surroundings = surroundings;
        this.coercion = new Coercion(surroundings.scope().zone());
        this.variables = Map.copyOf(variables);
        this.names = names;
        this.steps = steps;
    }

    Coercion coercion() {
        return coercion;
    }

    Comparer comparer() {
        return new Comparer(coercion);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** A name that no other lambda of this translation has. */
    String newName(String stem) {
        return stem + "_" + names.incrementAndGet();
    }

    /** Uses a value more than once, together with other values of this expression. */
    SqlExpression let(SqlExpression value, String stem, UnaryOperator<SqlExpression> body) {
        if (!surroundings.isGroup()) {
            return Let.be(value, newName(stem), body);
        }
        // The engine has no aggregates within lambdas, so the value is written once more.
        if (SqlRenderer.render(value).length() > LONGEST_REPEATED) {
            throw new HogQlException("The aggregate is too long to be compared twice.", 0);
        }
        return body.apply(value);
    }

    /** An aggregate of the events that meet a condition. */
    TypedSql aggregate(Call call, HogQlExpression condition) {
        if (!variables.isEmpty()) {
            throw new HogQlException(
                    "Aggregate function '%s(...)' can't be within a lambda.".formatted(call.name()),
                    call.position());
        }
        return surroundings.aggregate(call, condition);
    }

    TypedSql translate(HogQlExpression expression) {
        if (steps.incrementAndGet() > MOST_STEPS) {
            throw new HogQlException("The expression is too long.", expression.position());
        }
        return switch (expression) {
            case HogQlExpression.TextConstant(var value, _) -> TypedSql.text(new Text(value));
            case NumberConstant number -> number(number);
            case HogQlExpression.UnboundedConstant(var value, _) -> unbounded(value);
            case TruthConstant(var value, _) -> TypedSql.truth(new Truth(value));
            case HogQlExpression.NullConstant _ -> new TypedSql(new Null(), Single.NOTHING);
            case Field _, Element _, TupleElement _ -> access(expression);
            case Call call -> FunctionTable.apply(call, this);
            case HogQlExpression.Filtered(var call, var condition, _) -> aggregate(call, condition);
            case HogQlExpression.Arithmetic arithmetic ->
                    Calculation.of(arithmetic.operator(), this, arithmetic);
            case HogQlExpression.Comparison comparison ->
                    TypedSql.flag(new ComparisonTranslator(this).translate(comparison));
            case HogQlExpression.Distinction(var left, var right, var negated, _) ->
                    distinction(translate(left), translate(right), negated);
            case HogQlExpression.Between between ->
                    TypedSql.flag(new ComparisonTranslator(this).between(between));
            case HogQlExpression.And(var terms, _) -> logical(Connective.AND, terms);
            case HogQlExpression.Or(var terms, _) -> logical(Connective.OR, terms);
            case HogQlExpression.Not(var condition, _) ->
                    TypedSql.flag(new Not(coercion.truth(translate(condition))));
            case HogQlExpression.Alias(var value, _, _) -> translate(value);
            case Lambda lambda -> throw misplaced(lambda);
            case HogQlExpression.Array(var elements, _) -> array(translateAll(elements));
            case HogQlExpression.Tuple(var elements, _) -> array(translateAll(elements));
            case HogQlExpression.Cast(var value, var type, _, var position) ->
                    Conversions.cast(translate(value), type, position, coercion);
            case HogQlExpression.Placeholder(_, var text, var position) ->
                    throw new HogQlException("Unresolved placeholder: {" + text + "}", position);
        };
    }

    /**
     * A function of what lies some steps into a JSON text. Of a document just the property is asked
     * for that they begin with.
     */
    SqlExpression ofJson(SqlFunction function, HogQlExpression json, List<JsonStep> steps) {
        if (!surroundings.isGroup()
                && !isVariable(json)
                && !steps.isEmpty()
                && steps.getFirst() instanceof JsonStep.Member(var key)
                && PropertyPath.of(json).orElse(null) instanceof PropertyPath(var owner, var keys)
                && keys.isEmpty()) {
            String deeper = JsonStep.path(steps.subList(1, steps.size())).substring(1);
            return surroundings.scope().ofMember(owner, key, function, deeper);
        }
        SqlExpression text = coercion.text(translate(json));
        return new SqlExpression.Call(function, text, new Text(JsonStep.path(steps)));
    }

    private boolean isVariable(HogQlExpression expression) {
        return expression instanceof Field(var chain, _) && variables.containsKey(chain.getFirst());
    }

    List<TypedSql> translateAll(List<HogQlExpression> expressions) {
        return expressions.stream().map(this::translate).toList();
    }

    /** The function of a lambda, whose parameters are of these types. */
    TypedLambda lambda(Lambda lambda, List<HogQlType> types) {
        if (lambda.parameters().size() != types.size()) {
            throw new HogQlException(
                    "The lambda must have %d parameters.".formatted(types.size()),
                    lambda.position());
        }
        Map<String, TypedSql> inside = new HashMap<>(variables);
        List<String> parameters = new ArrayList<>();
        for (int place = 0; place < types.size(); place++) {
            String name = newName("element");
            parameters.add(name);
            TypedSql variable = new TypedSql(new Column(name), types.get(place));
            inside.put(lambda.parameters().get(place), variable);
        }
        TypedSql body =
                new ExpressionTranslator(surroundings, inside, names, steps)
                        .translate(lambda.body());
        return new TypedLambda(new SqlExpression.Lambda(parameters, body.sql()), body.type());
    }

    TypedSql array(List<TypedSql> elements) {
        HogQlType type = CommonType.of(elements);
        List<SqlExpression> alike =
                elements.stream().map(element -> coercion.as(element, type)).toList();
        return TypedSql.array(new SqlExpression.Array(alike), type);
    }

    private TypedSql access(HogQlExpression expression) {
        if (expression instanceof Field(var chain, _) && variables.containsKey(chain.getFirst())) {
            TypedSql variable = variables.get(chain.getFirst());
            return new ElementAccess(this).members(variable, chain.subList(1, chain.size()));
        }
        return PropertyPath.of(expression)
                .map(surroundings::property)
                .orElseGet(() ->
                        expression instanceof Field field
                                ? surroundings.field(field)
                                : new ElementAccess(this).of(expression));
    }

    private TypedSql logical(Connective connective, List<HogQlExpression> terms) {
        List<SqlExpression> truths =
                terms.stream().map(term -> coercion.truth(translate(term))).toList();
        return TypedSql.flag(new Logical(connective, truths));
    }

    private TypedSql distinction(TypedSql left, TypedSql right, boolean negated) {
        return TypedSql.flag(
                negated ? comparer().equal(left, right) : comparer().differ(left, right));
    }

    private static TypedSql number(NumberConstant number) {
        boolean fits = number.whole() && number.value().abs().precision() <= 18;
        return fits
                ? TypedSql.whole(new Whole(number.value().longValueExact()))
                : TypedSql.number(new Decimal(number.value()));
    }

    private static TypedSql unbounded(double value) {
        if (Double.isNaN(value)) {
            return TypedSql.number(call(SqlFunction.NAN));
        }
        SqlExpression infinity = call(SqlFunction.INFINITY);
        return TypedSql.number(value > 0 ? infinity : Sql.minus(Sql.decimal(0), infinity));
    }

    private static HogQlException misplaced(Lambda lambda) {
        return new HogQlException(
                "A lambda can be an argument of an array function only.", lambda.position());
    }
}
