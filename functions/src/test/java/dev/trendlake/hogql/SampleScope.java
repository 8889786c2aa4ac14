package dev.trendlake.hogql;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.Property;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/** An event in a row of columns: {@code plan}, {@code price} … and a JSON document. */
public record SampleScope(ZoneId zone, DayOfWeek weekStart) implements HogQlScope {
    @Override
    public TypedSql property(Property property) {
        return switch (property) {
            case Property.EventMetadata(var column) when column.equals("timestamp") ->
                    TypedSql.storedInstant(new Column("timestamp"), zone);
            case Property.OfEvent(var key) when key.equals("declared_number") ->
                    TypedSql.number(new Cast(new Text("2.50"), SqlType.DOUBLE, false));
            case Property.OfEvent(var key) when key.equals("declared_boolean") ->
                    TypedSql.truth(new Cast(new Text("true"), SqlType.BOOLEAN, false));
            default -> TypedSql.text(text(property));
        };
    }

    @Override
    public SqlExpression text(Property property) {
        return switch (property) {
            case Property.EventMetadata(var column) -> new Column(column);
            case Property.OfEvent(var key) when key.startsWith("missing") ->
                    new Cast(new Null(), SqlType.VARCHAR, false);
            case Property.OfEvent(var key) -> new Column(key);
            default -> new Text(property.toString());
        };
    }

    @Override
    public SqlExpression document(PropertyOwner owner) {
        return new Column("properties");
    }

    @Override
    public SqlExpression ofMember(
            PropertyOwner owner, String key, SqlFunction function, String deeper) {
        Text path = new Text("$[\"%s\"]%s".formatted(key, deeper));
        return new SqlExpression.Call(function, document(owner), path);
    }

    @Override
    public SqlExpression uuid() {
        return new Column("uuid");
    }

    @Override
    public SqlExpression matches(Action action) {
        return new Truth(action.id() == 1);
    }

    @Override
    public SqlExpression isIn(Cohort cohort) {
        return new Truth(cohort.id() == 1);
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-11-23T10:20:30.456Z");
    }
}
