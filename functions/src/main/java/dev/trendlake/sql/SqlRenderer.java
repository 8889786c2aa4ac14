package dev.trendlake.sql;

import static java.util.stream.Collectors.joining;

import dev.trendlake.sql.SqlExpression.Aggregate;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Between;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Comparison;
import dev.trendlake.sql.SqlExpression.Decimal;
import dev.trendlake.sql.SqlExpression.Differs;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Like;
import dev.trendlake.sql.SqlExpression.LocalTime;
import dev.trendlake.sql.SqlExpression.Logical;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Timestamp;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlExpression.Window;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes statements as Athena reads them; the only place that knows its spelling. */
public final class SqlRenderer {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private SqlRenderer() {}

    /** The text of a statement: one clause a line, statements within it indented. */
    public static String render(Select select) {
        return render(select, "");
    }

    /** The text of a value. */
    public static String render(SqlExpression expression) {
        return switch (expression) {
            case Column(var name) -> identifier(name);
            case Text(var value) -> text(value);
            case Whole(var value) -> Long.toString(value);
            case Decimal(var value) -> "DOUBLE " + text(value.toString());
            case Truth(var value) -> value ? "TRUE" : "FALSE";
            case Null() -> "NULL";
            case Timestamp(var value) -> timestamp(value);
            case Comparison(var operator, var left, var right) ->
                    "(" + render(left) + " " + operator.symbol() + " " + render(right) + ")";
            case Arithmetic(var operator, var left, var right) ->
                    "(" + render(left) + " " + operator.symbol() + " " + render(right) + ")";
            case Logical(var connective, var terms) ->
                    terms.stream()
                            .map(SqlRenderer::render)
                            .collect(joining(" " + connective + " ", "(", ")"));
            case Not(var condition) -> "(NOT " + render(condition) + ")";
            case IsNull(var value) -> "(" + render(value) + " IS NULL)";
            case Differs(var left, var right) ->
                    "(" + render(left) + " IS DISTINCT FROM " + render(right) + ")";
            case In(var value, var choices) ->
                    "(" + render(value) + " IN (" + renderAll(choices) + "))";
            case Between(var value, var low, var high) ->
                    "(%s BETWEEN %s AND %s)".formatted(render(value), render(low), render(high));
            case Like(var value, var pattern) ->
                    "(" + render(value) + " LIKE " + render(pattern) + " ESCAPE '\\')";
            case Call(var function, var arguments) ->
                    function.text() + "(" + renderAll(arguments) + ")";
            case Aggregate aggregate -> aggregate(aggregate);
            case Window window -> window(window);
            case Case(var whens, var otherwise) ->
                    whens.stream().map(SqlRenderer::when).collect(joining(" ", "CASE ", ""))
                            + " ELSE "
                            + render(otherwise)
                            + " END";
            case Cast(var value, var type, var forgiving) ->
                    (forgiving ? "TRY_CAST(" : "CAST(")
                            + render(value)
                            + " AS "
                            + type.text()
                            + ")";
            case LocalTime(var timestamp, var zone) ->
                    "(with_timezone("
                            + render(timestamp)
                            + ", 'UTC') AT TIME ZONE "
                            + text(zone)
                            + ")";
            case Lambda(var parameters, var body) ->
                    parameters.stream()
                                    .map(SqlRenderer::identifier)
                                    .collect(joining(", ", "(", ") -> "))
                            + render(body);
            case Array(var elements) -> "ARRAY[" + renderAll(elements) + "]";
        };
    }

    private static String render(Select select, String indent) {
        StringBuilder sql = new StringBuilder();
        sql.append(
                select.projections().stream()
                        .map(SqlRenderer::projection)
                        .collect(joining(",\n" + indent + "       ", "SELECT ", "")));
        sql.append("\n").append(indent).append("FROM ").append(source(select.from(), indent));
        if (!select.where().equals(new Truth(true))) {
            sql.append("\n").append(indent).append("WHERE ").append(render(select.where()));
        }
        if (!select.groupBy().isEmpty()) {
            sql.append("\n").append(indent).append("GROUP BY ").append(renderAll(select.groupBy()));
        }
        if (!select.orderBy().isEmpty()) {
            sql.append("\n").append(indent).append("ORDER BY ").append(orders(select.orderBy()));
        }
        return sql.toString();
    }

    private static String source(Source source, String indent) {
        return switch (source) {
            case Source.Table(var name) -> identifier(name);
            case Source.Subselect(var select) -> nested(select, indent);
            case Source.Unnested(var rows, var array, var element, var ordinality) ->
                    source(rows, indent)
                            + "\n"
                            + indent
                            + "CROSS JOIN UNNEST("
                            + render(array)
                            + ") WITH ORDINALITY AS unnested ("
                            + identifier(element)
                            + ", "
                            + identifier(ordinality)
                            + ")";
            case Source.Expanded(var rows, var array, var element) ->
                    source(rows, indent)
                            + "\n"
                            + indent
                            + "CROSS JOIN UNNEST("
                            + render(array)
                            + ") AS expanded ("
                            + identifier(element)
                            + ")";
            case Source.LeftJoined(var rows, var others, var condition) ->
                    source(rows, indent)
                            + "\n"
                            + indent
                            + "LEFT JOIN "
                            + nested(others, indent)
                            + " ON "
                            + render(condition);
            case Source.UnionAll(var selects) -> union(selects, indent);
        };
    }

    private static String union(List<Select> selects, String indent) {
        String deeper = indent + "    ";
        return selects.stream()
                .map(select -> render(select, deeper))
                .collect(
                        joining(
                                "\n" + deeper + "UNION ALL\n" + deeper,
                                "(\n" + deeper,
                                "\n" + indent + ")"));
    }

    private static String nested(Select select, String indent) {
        String deeper = indent + "    ";
        return "(\n" + deeper + render(select, deeper) + "\n" + indent + ")";
    }

    private static String projection(Projection projection) {
        String value = render(projection.value());
        String name = identifier(projection.name());
        return value.equals(name) ? name : value + " AS " + name;
    }

    private static String aggregate(Aggregate aggregate) {
        String arguments = aggregate.arguments().isEmpty() ? "*" : renderAll(aggregate.arguments());
        String call =
                aggregate.function().text()
                        + "("
                        + (aggregate.distinct() ? "DISTINCT " : "")
                        + arguments
                        + ")";
        return aggregate.filter().equals(new Truth(true))
                ? call
                : call + " FILTER (WHERE " + render(aggregate.filter()) + ")";
    }

    private static String window(Window window) {
        String partition =
                window.partitionBy().isEmpty()
                        ? ""
                        : "PARTITION BY " + renderAll(window.partitionBy());
        String order = window.orderBy().isEmpty() ? "" : "ORDER BY " + orders(window.orderBy());
        return window.function().text()
                + "("
                + renderAll(window.arguments())
                + ") OVER ("
                + (partition + " " + order + " " + window.frame().text()).strip()
                + ")";
    }

    private static String when(When when) {
        return "WHEN " + render(when.condition()) + " THEN " + render(when.result());
    }

    private static String orders(List<Order> orders) {
        return orders.stream()
                .map(order -> render(order.value()) + (order.descending() ? " DESC" : ""))
                .collect(joining(", "));
    }

    private static String renderAll(List<SqlExpression> expressions) {
        return expressions.stream().map(SqlRenderer::render).collect(joining(", "));
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String timestamp(Instant value) {
        return "TIMESTAMP '" + MILLISECONDS.format(value) + "'";
    }
}
