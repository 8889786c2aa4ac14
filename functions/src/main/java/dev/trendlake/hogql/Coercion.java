package dev.trendlake.hogql;

import static dev.trendlake.hogql.Sql.call;
import static dev.trendlake.hogql.Sql.cast;
import static dev.trendlake.hogql.Sql.tryCast;

import dev.trendlake.hogql.HogQlType.ArrayOf;
import dev.trendlake.hogql.HogQlType.IntervalOf;
import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Lambda;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.time.ZoneId;
import java.util.List;

/**
 * Reads values as other types. Where ClickHouse would refuse a text, it is read as what it says,
 * and as NULL when it does not say that.
 *
 * @param zone in which times are meant and shown
 */
record Coercion(ZoneId zone) {
    private static final Text NUMBER =
            new Text("^\\s*([+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?)\\s*$");
    private static final Text WHOLE = new Text("^\\s*([+-]?[0-9]+)\\s*$");
    private static final Text FIRST_DAY = new Text("1970-01-01");

    /** The text that a value reads. */
    SqlExpression text(TypedSql value) {
        SqlExpression sql = value.sql();
        return switch (value.type()) {
            case Single.TEXT -> sql;
            case Single.WHOLE, Single.BOOLEAN, Single.DATE, Single.NOTHING ->
                    cast(sql, SqlType.VARCHAR);
            case Single.NUMBER -> NumberText.of(sql);
            case IntervalOf _ -> NumberText.of(sql);
            case Single.FLAG -> cast(cast(sql, SqlType.BIGINT), SqlType.VARCHAR);
            case Single.INSTANT -> call(SqlFunction.DATE_FORMAT, sql, InstantText.MICROSECONDS);
            case Single.SECOND -> call(SqlFunction.DATE_FORMAT, sql, InstantText.SECONDS);
            case ArrayOf(var element) -> arrayText(sql, element);
        };
    }

    private SqlExpression arrayText(SqlExpression array, HogQlType element) {
        SqlExpression one = new SqlExpression.Column("array_element");
        SqlExpression text = text(new TypedSql(one, element));
        SqlExpression quoted =
                element.equals(Single.TEXT)
                        ? call(SqlFunction.CONCAT, new Text("'"), text, new Text("'"))
                        : text;
        SqlExpression texts =
                call(SqlFunction.TRANSFORM, array, new Lambda(List.of("array_element"), quoted));
        SqlExpression list = call(SqlFunction.ARRAY_JOIN, texts, new Text(","), new Text("NULL"));
        return call(SqlFunction.CONCAT, new Text("["), list, new Text("]"));
    }

    /** A value as a double. */
    SqlExpression number(TypedSql value) {
        SqlExpression sql = value.sql();
        return switch (value.type()) {
            case Single.NUMBER -> sql;
            case IntervalOf _ -> sql;
            case Single.WHOLE, Single.BOOLEAN, Single.FLAG, Single.NOTHING -> Sql.asDouble(sql);
            case Single.TEXT ->
                    tryCast(
                            call(SqlFunction.REGEXP_EXTRACT, sql, NUMBER, new Whole(1)),
                            SqlType.DOUBLE);
            case Single.INSTANT, Single.SECOND -> call(SqlFunction.TO_UNIXTIME, sql);
            case Single.DATE ->
                    cast(
                            call(
                                    SqlFunction.DATE_DIFF,
                                    new Text("day"),
                                    cast(FIRST_DAY, SqlType.DATE),
                                    sql),
                            SqlType.DOUBLE);
            case ArrayOf _ -> throw new HogQlException("An array is no number.", 0);
        };
    }

    /** A value as a bigint; a fraction is cut off, a text that has one is NULL. */
    SqlExpression whole(TypedSql value) {
        SqlExpression sql = value.sql();
        return switch (value.type()) {
            case Single.WHOLE -> sql;
            case Single.BOOLEAN, Single.FLAG, Single.NOTHING -> cast(sql, SqlType.BIGINT);
            case Single.TEXT ->
                    tryCast(
                            call(SqlFunction.REGEXP_EXTRACT, sql, WHOLE, new Whole(1)),
                            SqlType.BIGINT);
            case Single.NUMBER, Single.INSTANT, Single.SECOND, Single.DATE ->
                    tryCast(call(SqlFunction.TRUNCATE, number(value)), SqlType.BIGINT);
            case IntervalOf _, ArrayOf _ ->
                    tryCast(call(SqlFunction.TRUNCATE, number(value)), SqlType.BIGINT);
        };
    }

    /** Whether a value is true, or NULL. */
    SqlExpression truth(TypedSql value) {
        SqlExpression sql = value.sql();
        return switch (value.type()) {
            case Single.BOOLEAN, Single.FLAG -> sql;
            case Single.NOTHING -> cast(sql, SqlType.BOOLEAN);
            case Single.TEXT -> tryCast(sql, SqlType.BOOLEAN);
            case Single.WHOLE ->
                    Conditions.compare(sql, ComparisonOperator.NOT_EQUAL, new Whole(0));
            case Single.NUMBER ->
                    Conditions.compare(sql, ComparisonOperator.NOT_EQUAL, Sql.decimal(0));
            case IntervalOf _ ->
                    Conditions.compare(sql, ComparisonOperator.NOT_EQUAL, Sql.decimal(0));
            case Single.INSTANT, Single.SECOND, Single.DATE ->
                    throw new HogQlException("The expression must be true or false.", 0);
            case ArrayOf _ -> throw new HogQlException("The expression must be true or false.", 0);
        };
    }

    /** Whether a value is true; false for NULL. */
    SqlExpression condition(TypedSql value) {
        return Sql.neverNull(truth(value));
    }

    /** A value as an instant. */
    SqlExpression instant(TypedSql value) {
        SqlExpression sql = value.sql();
        return switch (value.type()) {
            case Single.INSTANT, Single.SECOND -> sql;
            case Single.DATE ->
                    call(
                            SqlFunction.WITH_TIMEZONE,
                            cast(sql, SqlType.TIMESTAMP),
                            new Text(zone.getId()));
            case Single.TEXT -> InstantText.parse(sql, zone);
            case Single.WHOLE, Single.NUMBER, Single.BOOLEAN, Single.FLAG ->
                    fromUnix(number(value));
            case IntervalOf _ -> fromUnix(number(value));
            case Single.NOTHING -> fromUnix(Sql.asDouble(sql));
            case ArrayOf _ -> throw new HogQlException("An array is no time.", 0);
        };
    }

    // Without its type the engine could not tell which function is meant.
    private static SqlExpression nothing(HogQlType type) {
        return switch (type) {
            case Single.TEXT -> cast(new Null(), SqlType.VARCHAR);
            case Single.WHOLE -> cast(new Null(), SqlType.BIGINT);
            case Single.NUMBER -> cast(new Null(), SqlType.DOUBLE);
            case Single.BOOLEAN, Single.FLAG -> cast(new Null(), SqlType.BOOLEAN);
            case Single.INSTANT, Single.SECOND -> cast(new Null(), SqlType.INSTANT);
            case Single.DATE -> cast(new Null(), SqlType.DATE);
            case Single.NOTHING -> new Null();
            case ArrayOf _, IntervalOf _ -> new Null();
        };
    }

    // There are no times beyond some year.
    private SqlExpression fromUnix(SqlExpression seconds) {
        return call(
                SqlFunction.TRY, call(SqlFunction.FROM_UNIXTIME, seconds, new Text(zone.getId())));
    }

    /** A value as a day. */
    SqlExpression date(TypedSql value) {
        return value.is(Single.DATE) ? value.sql() : cast(instant(value), SqlType.DATE);
    }

    /** A value as another type. */
    SqlExpression as(TypedSql value, HogQlType type) {
        if (value.is(Single.NOTHING)) {
            return nothing(type);
        }
        return switch (type) {
            case Single.TEXT -> text(value);
            case Single.WHOLE -> whole(value);
            case Single.NUMBER -> number(value);
            case IntervalOf _ -> number(value);
            case Single.BOOLEAN, Single.FLAG -> truth(value);
            case Single.INSTANT, Single.SECOND -> instant(value);
            case Single.DATE -> date(value);
            case Single.NOTHING -> value.sql();
            case ArrayOf _ -> value.sql();
        };
    }
}
