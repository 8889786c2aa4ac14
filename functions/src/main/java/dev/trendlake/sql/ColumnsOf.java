package dev.trendlake.sql;

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
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlExpression.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the columns that an expression looks at; parameters of lambdas count as such. */
public final class ColumnsOf {
    private ColumnsOf() {}

    /** The names of the columns anywhere in an expression. */
    public static Set<String> expression(SqlExpression expression) {
        Set<String> names = new LinkedHashSet<>();
        collect(expression, names);
        return names;
    }

    private static void collect(SqlExpression expression, Set<String> names) {
        if (expression instanceof Column(var name)) {
            names.add(name);
        }
        children(expression).forEach(child -> collect(child, names));
    }

    private static List<SqlExpression> children(SqlExpression expression) {
        return switch (expression) {
            case Column _, Text _, Whole _, Decimal _, Truth _, Null _, Timestamp _ -> List.of();
            case Comparison(_, var left, var right) -> List.of(left, right);
            case Arithmetic(_, var left, var right) -> List.of(left, right);
            case Logical(_, var terms) -> terms;
            case Differs(var left, var right) -> List.of(left, right);
            case Not(var condition) -> List.of(condition);
            case IsNull(var value) -> List.of(value);
            case In(var value, var choices) -> and(value, choices);
            case Between(var value, var low, var high) -> List.of(value, low, high);
            case Like(var value, var pattern) -> List.of(value, pattern);
            case Call(_, var arguments) -> arguments;
            case Aggregate(_, var arguments, _, var filter) -> and(filter, arguments);
            case Window(_, var arguments, var partition, var order, _) -> {
                List<SqlExpression> all = new ArrayList<>(arguments);
                all.addAll(partition);
                order.forEach(one -> all.add(one.value()));
                yield all;
            }
            case Case(var whens, var otherwise) -> {
                List<SqlExpression> all = new ArrayList<>(List.of(otherwise));
                whens.forEach(when -> all.addAll(List.of(when.condition(), when.result())));
                yield all;
            }
            case Cast(var value, _, _) -> List.of(value);
            case LocalTime(var timestamp, _) -> List.of(timestamp);
            case Lambda(_, var body) -> List.of(body);
            case Array(var elements) -> elements;
        };
    }

    private static List<SqlExpression> and(SqlExpression one, List<SqlExpression> others) {
        List<SqlExpression> all = new ArrayList<>(List.of(one));
        all.addAll(others);
        return all;
    }
}
