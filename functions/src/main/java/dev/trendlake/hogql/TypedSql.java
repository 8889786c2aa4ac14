package dev.trendlake.hogql;

import dev.trendlake.hogql.HogQlType.Single;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.LocalTime;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import java.time.ZoneId;

/** A value in SQL and what kind of value it is. */
public record TypedSql(SqlExpression sql, HogQlType type) {
    /** A text. */
    public static TypedSql text(SqlExpression sql) {
        return new TypedSql(sql, Single.TEXT);
    }

    /** A double. */
    public static TypedSql number(SqlExpression sql) {
        return new TypedSql(sql, Single.NUMBER);
    }

    /** A bigint. */
    public static TypedSql whole(SqlExpression sql) {
        return new TypedSql(sql, Single.WHOLE);
    }

    /** A boolean that reads {@code true} or {@code false}. */
    public static TypedSql truth(SqlExpression sql) {
        return new TypedSql(sql, Single.BOOLEAN);
    }

    /** An instant that the lake holds: a timestamp in UTC without zone. */
    public static TypedSql storedInstant(SqlExpression timestamp, ZoneId zone) {
        return new TypedSql(new LocalTime(timestamp, zone.getId()), Single.INSTANT);
    }

    /** An instant as seconds since 1970, a double. */
    public static TypedSql unixInstant(SqlExpression seconds, ZoneId zone) {
        return new TypedSql(
                new Call(SqlFunction.FROM_UNIXTIME, seconds, new Text(zone.getId())),
                Single.INSTANT);
    }

    static TypedSql flag(SqlExpression sql) {
        return new TypedSql(sql, Single.FLAG);
    }

    static TypedSql second(SqlExpression sql) {
        return new TypedSql(sql, Single.SECOND);
    }

    static TypedSql date(SqlExpression sql) {
        return new TypedSql(sql, Single.DATE);
    }

    static TypedSql array(SqlExpression sql, HogQlType element) {
        return new TypedSql(sql, new HogQlType.ArrayOf(element));
    }

    boolean is(HogQlType other) {
        return type.equals(other);
    }

    boolean isTime() {
        return is(Single.INSTANT) || is(Single.SECOND) || is(Single.DATE);
    }

    boolean isTruth() {
        return is(Single.BOOLEAN) || is(Single.FLAG);
    }
}
