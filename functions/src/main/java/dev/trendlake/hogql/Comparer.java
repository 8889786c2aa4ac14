package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;

import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Differs;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.IsNull;
import dev.trendlake.sql.SqlExpression.Not;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares values; no comparison is ever NULL (spec: HogQL, 2). */
record Comparer(Coercion coercion) {
    private static final Set<HogQlType> NUMBERS = Set.of(Single.WHOLE, Single.NUMBER);

    /** Two values as the same type. */
    private record Pair(SqlExpression left, SqlExpression right) {
        SqlExpression differs() {
            return new Differs(left, right);
        }
    }

    SqlExpression equal(TypedSql left, TypedSql right) {
        if (left.is(Single.NOTHING) && right.is(Single.NOTHING)) {
            return Conditions.ALWAYS;
        }
        if (right.is(Single.NOTHING)) {
            return new IsNull(left.sql());
        }
        if (left.is(Single.NOTHING)) {
            return new IsNull(right.sql());
        }
        return new Not(pair(left, right).differs());
    }

    SqlExpression differ(TypedSql left, TypedSql right) {
        SqlExpression equal = equal(left, right);
        return switch (equal) {
            case Not(var condition) -> condition;
            case Truth(var value) -> new Truth(!value);
            default -> new Not(equal);
        };
    }

    SqlExpression ordered(TypedSql left, ComparisonOperator operator, TypedSql right) {
        if (left.is(Single.NOTHING) || right.is(Single.NOTHING)) {
            return Conditions.NEVER;
        }
        Pair pair = pair(left, right);
        return Sql.neverNull(Conditions.compare(pair.left(), operator, pair.right()));
    }

    SqlExpression oneOf(TypedSql value, List<TypedSql> choices) {
        List<SqlExpression> conditions = new ArrayList<>();
        List<SqlExpression> alike = new ArrayList<>();
        SqlExpression compared = value.sql();
        for (TypedSql choice : choices) {
            if (value.is(Single.NOTHING) || choice.is(Single.NOTHING)) {
                conditions.add(equal(value, choice));
                continue;
            }
            Pair pair = pair(value, choice);
            if (alike.isEmpty()) {
                compared = pair.left();
            }
            if (pair.left().equals(compared)) {
                alike.add(pair.right());
            } else {
                conditions.add(new Not(pair.differs()));
            }
        }
        if (!alike.isEmpty()) {
            conditions.addFirst(Sql.neverNull(new In(compared, alike)));
        }
        return Conditions.any(conditions);
    }

    /** An array holds a value. */
    SqlExpression has(TypedSql array, HogQlType element, TypedSql value) {
        SqlExpression wanted = coercion.as(value, element);
        return Sql.neverNull(call(SqlFunction.CONTAINS, array.sql(), wanted));
    }

    private Pair pair(TypedSql left, TypedSql right) {
        HogQlType type = common(left, right);
        return new Pair(coercion.as(left, type), coercion.as(right, type));
    }

    // Unlike a choice between values, a comparison reads the text as the other's type.
    private HogQlType common(TypedSql left, TypedSql right) {
        if (left.type().equals(right.type())) {
            return left.type();
        }
        if (left.type() instanceof ArrayOf || right.type() instanceof ArrayOf) {
            throw new HogQlException("An array can be compared with an array only.", 0);
        }
        if (left.isTime() || right.isTime()) {
            return commonTime(left, right);
        }
        if (NUMBERS.contains(left.type()) || NUMBERS.contains(right.type())) {
            boolean bothWhole = !isFractional(left) && !isFractional(right);
            return bothWhole ? Single.WHOLE : Single.NUMBER;
        }
        return left.isTruth() && right.isTruth() ? Single.FLAG : commonText(left, right);
    }

    private static boolean isFractional(TypedSql value) {
        return !value.is(Single.WHOLE) && !value.isTruth();
    }

    private static HogQlType commonTime(TypedSql left, TypedSql right) {
        if (NUMBERS.contains(left.type()) || NUMBERS.contains(right.type())) {
            return Single.NUMBER;
        }
        boolean dates = left.is(Single.DATE) || right.is(Single.DATE);
        boolean shortTexts = isDay(left) || isDay(right);
        return dates && shortTexts ? Single.DATE : Single.INSTANT;
    }

    private static boolean isDay(TypedSql value) {
        return value.sql() instanceof Text(var written) && written.strip().length() <= 10;
    }

    // A flag would read 1 or 0; against a text it means true or false.
    private static HogQlType commonText(TypedSql left, TypedSql right) {
        return left.isTruth() || right.isTruth() ? Single.BOOLEAN : Single.TEXT;
    }
}
