package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlExpression.Call;
import dev.trendlake.hogql.HogQlExpression.Field;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Aggregate;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The arguments of an aggregate: columns that the events are given beforehand. */
final class AggregateArguments {
    private final Arguments arguments;
    private final RowInputs inputs;
    private final SqlExpression filter;
    private final int count;

    /**
     * @param call the aggregate
     * @param condition which events count, besides what the call itself says
     * @param row translates what is said of one event
     * @param inputs the columns
     */
    AggregateArguments(
            Call call, HogQlExpression condition, ExpressionTranslator row, RowInputs inputs) {
        this.arguments = new Arguments(call, row);
        this.inputs = inputs;
        boolean conditional = AggregateFunctions.isConditional(call.name());
        this.count = arguments.size() - (conditional ? 1 : 0);
        if (count < 0) {
            throw arguments.refused("a condition expected");
        }
        List<SqlExpression> conditions = new ArrayList<>(List.of(inputs.belongs()));
        conditions.add(input(row.coercion().condition(row.translate(condition))));
        if (conditional) {
            conditions.add(input(arguments.condition(count)));
        }
        this.filter = Conditions.all(conditions);
    }

    String name() {
        return arguments.call().name();
    }

    boolean distinct() {
        return arguments.call().distinct();
    }

    /** No value is looked at: {@code count()} or {@code count(*)}. */
    boolean isOfRows() {
        return count == 0
                || (arguments.written(0) instanceof Field(var chain, _)
                        && chain.getLast().equals("*"));
    }

    TypedSql value(int place) {
        if (place >= count) {
            throw arguments.refused("at least %d arguments expected".formatted(place + 1));
        }
        TypedSql value = arguments.value(place);
        return new TypedSql(input(value.sql()), value.type());
    }

    SqlExpression number(int place) {
        if (place >= count) {
            throw arguments.refused("at least %d arguments expected".formatted(place + 1));
        }
        return input(arguments.number(place));
    }

    /** All arguments as one value, NULL when one of them is. */
    TypedSql together() {
        if (count <= 1) {
            return value(0);
        }
        List<SqlExpression> texts = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            texts.add(call(SqlFunction.JSON_FORMAT, Sql.cast(arguments.text(place), SqlType.JSON)));
        }
        return TypedSql.text(input(new SqlExpression.Call(SqlFunction.CONCAT, texts)));
    }

    BigDecimal parameter(BigDecimal otherwise) {
        return arguments.parameter(otherwise);
    }

    /** A number that is as good as chosen by lot for each event. */
    SqlExpression eventHash() {
        SqlExpression uuid = call(SqlFunction.TO_UTF8, arguments.scope().uuid());
        return input(call(SqlFunction.XXHASH64, uuid));
    }

    SqlExpression aggregate(SqlFunction function, List<SqlExpression> values, boolean distinct) {
        return new Aggregate(function, values, distinct, filter);
    }

    /** An aggregate of the events alone for which the first value is not NULL. */
    SqlExpression aggregateOfPresent(
            SqlFunction function, SqlExpression value, List<SqlExpression> others) {
        List<SqlExpression> values = new ArrayList<>(List.of(value));
        values.addAll(others);
        SqlExpression present = Conditions.all(List.of(filter, Conditions.isSet(value)));
        return new Aggregate(function, values, false, present);
    }

    HogQlException refused(String why) {
        return arguments.refused(why);
    }

    private SqlExpression input(SqlExpression value) {
        return inputs.column(value);
    }
}
