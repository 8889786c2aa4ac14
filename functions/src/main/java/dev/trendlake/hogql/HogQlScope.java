package dev.trendlake.hogql;

import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.Property;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/** What an expression can see of the event at hand and of its project. */
public interface HogQlScope {
    /**
     * A property or column with its declared type, NULL when absent or not of that type. Asked for
     * columns of the event: {@code event}, {@code timestamp}, {@code distinct_id}, {@code uuid},
     * {@code person_id}, {@code elements_chain}, {@code created_at}, {@code $session_id} and {@code
     * $group_0} to {@code $group_4}.
     */
    TypedSql property(Property property);

    /** A property as text, whatever its declared type: a list or an object as its JSON. */
    SqlExpression text(Property property);

    /** All properties of an owner as one JSON text. */
    SqlExpression document(PropertyOwner owner);

    /**
     * A function of JSON applied to a property of an owner.
     *
     * @param function takes a JSON text and a path in it
     * @param deeper the rest of the path, from the property on; empty for the property itself
     */
    SqlExpression ofMember(PropertyOwner owner, String key, SqlFunction function, String deeper);

    /** The text that tells this event from all others. */
    SqlExpression uuid();

    /** Whether the event matches an action. */
    SqlExpression matches(Action action);

    /** Whether the event's person is in a cohort. */
    SqlExpression isIn(Cohort cohort);

    /** In which zone times are shown. */
    ZoneId zone();

    /** The first day of a week: Sunday or Monday. */
    DayOfWeek weekStart();

    /** When the question is asked. */
    Instant now();
}
