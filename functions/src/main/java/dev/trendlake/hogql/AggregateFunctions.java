package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.Quantile;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The functions of many rows; with {@code If} at its end each takes a condition as well. */
final class AggregateFunctions {
    /** How many values a quantile looks at, as in ClickHouse. */
    private static final long SAMPLE = 8192;

    private static final BigDecimal MEDIAN = new BigDecimal("0.5");

    /** What an aggregate makes of its rows. */
    private interface Aggregation {
        TypedSql of(AggregateArguments arguments);
    }

    private static final Map<String, Aggregation> AGGREGATIONS =
            Map.ofEntries(
                    Map.entry("count", AggregateFunctions::count),
                    Map.entry("countdistinct", AggregateFunctions::different),
                    Map.entry("uniq", AggregateFunctions::different),
                    Map.entry("uniqexact", AggregateFunctions::different),
                    Map.entry("sum", AggregateFunctions::sum),
                    Map.entry("avg", a -> ofNumbers(a, SqlFunction.AVG)),
                    Map.entry("min", a -> ofOwnType(a, SqlFunction.MIN)),
                    Map.entry("max", a -> ofOwnType(a, SqlFunction.MAX)),
                    Map.entry("any", a -> ofOwnType(a, SqlFunction.ARBITRARY)),
                    Map.entry("anylast", a -> ofOwnType(a, SqlFunction.ARBITRARY)),
                    Map.entry("argmin", a -> byOther(a, SqlFunction.MIN_BY)),
                    Map.entry("argmax", a -> byOther(a, SqlFunction.MAX_BY)),
                    Map.entry("median", a -> quantile(a, MEDIAN)),
                    Map.entry("medianexact", a -> exactQuantile(a, MEDIAN)),
                    Map.entry("quantile", a -> quantile(a, a.parameter(MEDIAN))),
                    Map.entry("quantileexact", a -> exactQuantile(a, a.parameter(MEDIAN))),
                    Map.entry("stddevpop", a -> ofNumbers(a, SqlFunction.STDDEV_POP)),
                    Map.entry("stddevsamp", a -> ofNumbers(a, SqlFunction.STDDEV_SAMP)),
                    Map.entry("varpop", a -> ofNumbers(a, SqlFunction.VAR_POP)),
                    Map.entry("varsamp", a -> ofNumbers(a, SqlFunction.VAR_SAMP)),
                    Map.entry("grouparray", a -> array(a, false)),
                    Map.entry("array_agg", a -> array(a, false)),
                    Map.entry("groupuniqarray", a -> array(a, true)));

    private AggregateFunctions() {}

    static boolean isAggregate(String name) {
        return find(name).isPresent() || isConditional(name);
    }

    /** Whether the last argument is a condition. */
    static boolean isConditional(String name) {
        return name.endsWith("If") && find(name.substring(0, name.length() - 2)).isPresent();
    }

    /** What a call gives, its condition taken off. */
    static TypedSql apply(AggregateArguments arguments) {
        String name = arguments.name();
        String plain = isConditional(name) ? name.substring(0, name.length() - 2) : name;
        return find(plain).orElseThrow(() -> arguments.refused("no aggregate")).of(arguments);
    }

    // Names of SQL are written in any case, those of ClickHouse as they are; the rest is unlikely
    // to be meant otherwise.
    private static Optional<Aggregation> find(String name) {
        return Optional.ofNullable(AGGREGATIONS.get(name.toLowerCase(Locale.ROOT)));
    }

    private static TypedSql count(AggregateArguments arguments) {
        if (arguments.distinct()) {
            return different(arguments);
        }
        if (arguments.isOfRows()) {
            return TypedSql.whole(arguments.aggregate(SqlFunction.COUNT, List.of(), false));
        }
        return TypedSql.whole(
                arguments.aggregate(SqlFunction.COUNT, List.of(arguments.value(0).sql()), false));
    }

    private static TypedSql different(AggregateArguments arguments) {
        return TypedSql.whole(
                arguments.aggregate(SqlFunction.COUNT, List.of(arguments.together().sql()), true));
    }

    private static TypedSql sum(AggregateArguments arguments) {
        SqlExpression sum =
                arguments.aggregate(
                        SqlFunction.SUM, List.of(arguments.number(0)), arguments.distinct());
        return TypedSql.number(Sql.or(sum, Sql.decimal(0)));
    }

    private static TypedSql ofNumbers(AggregateArguments arguments, SqlFunction function) {
        return TypedSql.number(
                arguments.aggregate(function, List.of(arguments.number(0)), arguments.distinct()));
    }

    private static TypedSql ofOwnType(AggregateArguments arguments, SqlFunction function) {
        TypedSql value = arguments.value(0);
        return new TypedSql(
                arguments.aggregate(function, List.of(value.sql()), false), value.type());
    }

    private static TypedSql byOther(AggregateArguments arguments, SqlFunction function) {
        TypedSql value = arguments.value(0);
        SqlExpression chosen =
                arguments.aggregateOfPresent(
                        function, value.sql(), List.of(arguments.value(1).sql()));
        return new TypedSql(chosen, value.type());
    }

    private static TypedSql exactQuantile(AggregateArguments arguments, BigDecimal level) {
        check(level, arguments);
        SqlExpression all =
                arguments.aggregateOfPresent(SqlFunction.ARRAY_AGG, arguments.number(0), List.of());
        return TypedSql.number(Quantile.withoutInterpolation(all, level));
    }

    private static void check(BigDecimal level, AggregateArguments arguments) {
        if (level.signum() < 0 || level.compareTo(BigDecimal.ONE) > 0) {
            throw arguments.refused("its parameter must lie between 0 and 1");
        }
    }

    private static TypedSql quantile(AggregateArguments arguments, BigDecimal level) {
        check(level, arguments);
        SqlExpression sample =
                arguments.aggregateOfPresent(
                        SqlFunction.MIN_BY,
                        arguments.number(0),
                        List.of(arguments.eventHash(), new Whole(SAMPLE)));
        return TypedSql.number(Quantile.of(sample, level));
    }

    private static TypedSql array(AggregateArguments arguments, boolean distinct) {
        TypedSql value = arguments.value(0);
        SqlExpression all =
                arguments.aggregateOfPresent(SqlFunction.ARRAY_AGG, value.sql(), List.of());
        SqlExpression elements = distinct ? call(SqlFunction.ARRAY_DISTINCT, all) : all;
        SqlExpression orNone = Sql.or(elements, new SqlExpression.Array(List.of()));
        return new TypedSql(
                value.is(Single.NOTHING) ? elements : orNone, new ArrayOf(value.type()));
    }
}
