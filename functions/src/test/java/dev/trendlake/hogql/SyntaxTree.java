package dev.trendlake.hogql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An expression in the shape that PostHog's parser gives, without positions. */
final class SyntaxTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SyntaxTree() {}

    static JsonNode of(HogQlExpression expression) {
        return switch (expression) {
            case HogQlExpression.TextConstant(var value, _) -> constant(JSON.textNode(value));
            case HogQlExpression.NumberConstant(var value, _, _) ->
                    constant(JSON.numberNode(value.doubleValue()));
            case HogQlExpression.UnboundedConstant(var value, _) ->
                    constant(JSON.textNode(Double.toString(value)));
            case HogQlExpression.TruthConstant(var value, _) -> constant(JSON.booleanNode(value));
            case HogQlExpression.NullConstant _ -> constant(JSON.nullNode());
            case HogQlExpression.Field(var chain, _) -> node("Field").set("chain", names(chain));
            case HogQlExpression.Call call -> call(call);
            case HogQlExpression.Filtered(var call, var condition, _) ->
                    call(call).set("filter_expr", of(condition));
            case HogQlExpression.Arithmetic(var operator, var left, var right, _) ->
                    binary("ArithmeticOperation", left, right).put("op", operator.symbol());
            case HogQlExpression.Comparison(var operator, var left, var right, _) ->
                    binary("CompareOperation", left, right).put("op", operator.symbol());
            case HogQlExpression.Distinction(var left, var right, var negated, _) ->
                    binary("IsDistinctFrom", left, right).put("negated", negated);
            case HogQlExpression.Between between -> between(between);
            case HogQlExpression.And(var terms, _) -> node("And").set("exprs", all(terms));
            case HogQlExpression.Or(var terms, _) -> node("Or").set("exprs", all(terms));
            case HogQlExpression.Not(var condition, _) -> node("Not").set("expr", of(condition));
            case HogQlExpression.Alias(var value, var name, _) ->
                    node("Alias").put("alias", name).set("expr", of(value));
            case HogQlExpression.Lambda(var parameters, var body, _) ->
                    node("Lambda").<ObjectNode>set("args", names(parameters)).set("expr", of(body));
            case HogQlExpression.Array(var elements, _) ->
                    node("Array").set("exprs", all(elements));
            case HogQlExpression.Tuple(var elements, _) ->
                    node("Tuple").set("exprs", all(elements));
            case HogQlExpression.Element(var container, var key, _) ->
                    node("ArrayAccess")
                            .<ObjectNode>set("array", of(container))
                            .set("property", of(key));
            case HogQlExpression.TupleElement(var tuple, var index, _) ->
                    node("TupleAccess").put("index", (double) index).set("tuple", of(tuple));
            case HogQlExpression.Cast(var value, var type, var forgiving, _) ->
                    node(forgiving ? "TryCast" : "TypeCast")
                            .put("type_name", type)
                            .set("expr", of(value));
            case HogQlExpression.Placeholder(var value, _, _) ->
                    node("Placeholder").set("expr", of(value));
        };
    }

    private static ObjectNode call(HogQlExpression.Call call) {
        return node("Call")
                .put("name", call.name())
                .put("distinct", call.distinct())
                .<ObjectNode>set("params", all(call.parameters()))
                .set("args", all(call.arguments()));
    }

    private static JsonNode between(HogQlExpression.Between between) {
        return node("BetweenExpr")
                .put("negated", between.negated())
                .<ObjectNode>set("expr", of(between.value()))
                .<ObjectNode>set("low", of(between.low()))
                .set("high", of(between.high()));
    }

    private static ObjectNode binary(String name, HogQlExpression left, HogQlExpression right) {
        return node(name).<ObjectNode>set("left", of(left)).set("right", of(right));
    }

    private static JsonNode constant(JsonNode value) {
        return node("Constant").set("value", value);
    }

    private static ArrayNode all(List<HogQlExpression> expressions) {
        ArrayNode nodes = JSON.arrayNode();
        expressions.forEach(expression -> nodes.add(of(expression)));
        return nodes;
    }

    private static ArrayNode names(List<String> names) {
        ArrayNode nodes = JSON.arrayNode();
        names.forEach(nodes::add);
        return nodes;
    }

    private static ObjectNode node(String name) {
        return JSON.objectNode().put("node", name);
    }
}
