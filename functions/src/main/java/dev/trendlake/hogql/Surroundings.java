package dev.trendlake.hogql;

import dev.trendlake.sql.SqlExpression;

/** What is around an expression: one event, or many of them. */
interface Surroundings {
    /** A column, or a fact about the person, the group or the session. */
    TypedSql field(HogQlExpression.Field field);

    /** A property, or a member inside of one. */
    TypedSql property(PropertyPath path);

    /** Whether the event matches the action that an argument names. */
    SqlExpression matchesAction(HogQlExpression named);

    /** Whether the event's person is in the cohort that a value names. */
    SqlExpression isInCohort(HogQlExpression named);

    /** An aggregate of the events that meet a condition. */
    TypedSql aggregate(HogQlExpression.Call call, HogQlExpression condition);

    /** Whether there are many events, which only aggregates bring together. */
    boolean isGroup();

    /** The project's zone, week and time. */
    HogQlScope scope();
}
