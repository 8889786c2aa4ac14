package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlType.IntervalOf;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.ArithmeticOperator;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Arithmetic;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;

/**
 * Calculates with numbers, always as doubles: nothing overflows, and a division by zero is
 * infinite, as in ClickHouse. A number added to a time is seconds, to a day it is days.
 */
final class Calculation {
    private Calculation() {}

    static TypedSql of(
            ArithmeticOperator operator,
            ExpressionTranslator translator,
            HogQlExpression.Arithmetic arithmetic) {
        return of(
                operator,
                translator.translate(arithmetic.left()),
                translator.translate(arithmetic.right()),
                translator.coercion());
    }

    static TypedSql of(
            ArithmeticOperator operator, TypedSql left, TypedSql right, Coercion coercion) {
        boolean adds = operator == ArithmeticOperator.ADD;
        boolean subtracts = operator == ArithmeticOperator.SUBTRACT;
        if (right.type() instanceof IntervalOf(var unit) && (adds || subtracts)) {
            return shifted(left, coercion.number(right), unit, subtracts, coercion);
        }
        if (left.type() instanceof IntervalOf(var unit) && adds) {
            return shifted(right, coercion.number(left), unit, false, coercion);
        }
        if (left.isTime() && !right.isTime() && (adds || subtracts)) {
            return shifted(left, coercion.number(right), ownUnit(left), subtracts, coercion);
        }
        if (right.isTime() && !left.isTime() && adds) {
            return shifted(right, coercion.number(left), ownUnit(right), false, coercion);
        }
        SqlExpression result =
                new Arithmetic(operator, coercion.number(left), coercion.number(right));
        return TypedSql.number(result);
    }

    private static TimeUnit ownUnit(TypedSql time) {
        return time.is(Single.DATE) ? TimeUnit.DAY : TimeUnit.SECOND;
    }

    /** A time later or earlier by some units; a day stays a day when they are of days. */
    static TypedSql shifted(
            TypedSql time, SqlExpression count, TimeUnit unit, boolean earlier, Coercion coercion) {
        boolean staysDay = time.is(Single.DATE) && unit.isOfDays();
        HogQlType type = time.isTime() ? time.type() : Single.INSTANT;
        SqlExpression start = staysDay ? time.sql() : coercion.instant(time);
        SqlExpression units = unit == TimeUnit.QUARTER ? times(count, 3) : count;
        String word = unit == TimeUnit.QUARTER ? TimeUnit.MONTH.word() : unit.word();
        SqlExpression moved =
                call(
                        SqlFunction.DATE_ADD,
                        new Text(word),
                        whole(earlier ? times(units, -1) : units),
                        start);
        // There are no times beyond some year.
        return new TypedSql(
                call(SqlFunction.TRY, moved),
                time.is(Single.DATE) && !staysDay ? Single.SECOND : type);
    }

    private static SqlExpression times(SqlExpression count, long factor) {
        return Sql.times(count, Sql.decimal(factor));
    }

    private static SqlExpression whole(SqlExpression number) {
        return number instanceof SqlExpression.Decimal(var value) && value.scale() <= 0
                ? new Whole(value.longValue())
                : Sql.tryCast(call(SqlFunction.TRUNCATE, number), SqlType.BIGINT);
    }
}
