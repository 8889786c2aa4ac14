package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.trend.Entity;

/** Tells the events of an entity from others; never NULL. */
final class EntityPlanner {
    private final EventColumns columns;

    EntityPlanner(EventColumns columns) {
        this.columns = columns;
    }

    /** The event is one that the entity counts. */
    SqlExpression isOf(Entity entity) {
        return switch (entity) {
            case Entity.Event(var name) ->
                    Conditions.equal(columns.stored("event"), new Text(name));
            case Entity.AllEvents() -> Conditions.ALWAYS;
            case Entity.ActionEvents(var action) -> new ActionPlanner(columns).matches(action);
            case Entity.MissingAction _ -> Conditions.NEVER;
        };
    }
}
