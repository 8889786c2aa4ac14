package dev.trendlake.plan;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Actor;

/** What is told apart before it is counted. */
sealed interface CountedKey {
    /** The event's person. */
    record Person() implements CountedKey {}

    /** The event's group of a type. */
    record Group(int typeIndex) implements CountedKey {}

    /** The event's session; all events without one share a session (spec: trends, 3). */
    record Session() implements CountedKey {}

    /** The key of an actor. */
    static CountedKey of(Actor actor) {
        return switch (actor) {
            case Actor.Person() -> new Person();
            case Actor.Group(int typeIndex) -> new Group(typeIndex);
        };
    }

    /** The key's value; NULL only for a group that the event doesn't have. */
    default SqlExpression value(EventColumns columns) {
        return switch (this) {
            case Person() -> columns.person();
            case Group(int typeIndex) -> columns.stored("group_" + typeIndex);
            case Session() ->
                    new Call(SqlFunction.COALESCE, columns.stored("session_id"), new Text(""));
        };
    }

    /** Names the key's column. */
    default String columnName() {
        return switch (this) {
            case Person() -> "counted_person";
            case Group(int typeIndex) -> "counted_group_" + typeIndex;
            case Session() -> "counted_session";
        };
    }
}
