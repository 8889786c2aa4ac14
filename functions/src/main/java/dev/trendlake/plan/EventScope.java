package dev.trendlake.plan;

import dev.trendlake.hogql.HogQlException;
import dev.trendlake.hogql.HogQlScope;
import dev.trendlake.hogql.PropertyOwner;
import dev.trendlake.hogql.TypedSql;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Property;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/** What HogQL expressions see: the columns of the one pass over the events. */
record EventScope(EventColumns columns) implements HogQlScope {
    @Override
    public TypedSql property(Property property) {
        if (property instanceof Property.EventMetadata(var name)) {
            return column(name);
        }
        TypedValue value = columns.property(property);
        return switch (value.type()) {
            case STRING, DURATION -> TypedSql.text(value.text());
            case NUMERIC -> TypedSql.number(value.number());
            case BOOLEAN -> TypedSql.truth(value.value());
            case DATE_TIME -> TypedSql.unixInstant(value.unixTime(), zone());
        };
    }

    private TypedSql column(String name) {
        return switch (name) {
            case "timestamp" -> TypedSql.storedInstant(columns.stored(name), zone());
            case "created_at" -> throw new HogQlException("Unable to resolve field: created_at", 0);
            default -> TypedSql.text(EventMetadataValue.of(name, columns).text());
        };
    }

    @Override
    public SqlExpression text(Property property) {
        return columns.property(property).text();
    }

    @Override
    public SqlExpression document(PropertyOwner owner) {
        return columns.document(owner);
    }

    @Override
    public SqlExpression ofMember(
            PropertyOwner owner, String key, SqlFunction function, String deeper) {
        return columns.ofMember(
                owner,
                key,
                (json, path) -> new SqlExpression.Call(function, json, new Text(path + deeper)));
    }

    @Override
    public SqlExpression uuid() {
        return columns.stored("uuid");
    }

    @Override
    public SqlExpression matches(Action action) {
        return new EntityPlanner(columns).isOf(new Entity.ActionEvents(action));
    }

    @Override
    public SqlExpression isIn(Cohort cohort) {
        return new CohortPlanner(columns).isMember(cohort);
    }

    @Override
    public ZoneId zone() {
        return columns.zone();
    }

    @Override
    public DayOfWeek weekStart() {
        return columns.project().weekStart();
    }

    @Override
    public Instant now() {
        return columns.now();
    }
}
