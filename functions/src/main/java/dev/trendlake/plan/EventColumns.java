package dev.trendlake.plan;

import dev.trendlake.hogql.PropertyOwner;
import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyType;
import dev.trendlake.sql.Frame;
import dev.trendlake.sql.Order;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Property;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a statement wants to know of each event, gathered while it is planned; {@link EventScan}
 * makes one pass over the events of it. Each thing is computed once per row, however often it is
 * asked for.
 */
final class EventColumns {
    private final Project project;
    private final Instant now;
    private final EventScan scan;
    private final SessionFacts sessions;

    EventColumns(Project project, Instant now, EventScan scan) {
        this.project = project;
        this.now = now;
        this.scan = scan;
        this.sessions = new SessionFacts(this, scan);
    }

    /** The zone in which times without offset are meant. */
    ZoneId zone() {
        return project.zone();
    }

    /** When the question is asked. */
    Instant now() {
        return now;
    }

    /** Whose events they are. */
    Project project() {
        return project;
    }

    /** A column of the table as it stands. */
    Column stored(String name) {
        return scan.stored(name);
    }

    /** When the event was, to the day: see {@link TableRead#day}. */
    Column day() {
        return scan.day();
    }

    /** When the event was, to the quarter hour: see {@link TableRead#quarterHour}. */
    Column quarterHour() {
        return scan.quarterHour();
    }

    /** The key of the event's person: of the one who is behind the distinct id now. */
    Column person() {
        return scan.person();
    }

    /** The id of the event's person, as {@link #person} tells them apart. */
    Column personId() {
        return scan.personId();
    }

    /** All properties of the event, of its person or of its group, as one JSON text. */
    SqlExpression document(PropertyOwner owner) {
        return switch (owner) {
            case PropertyOwner.Event() -> stored("properties");
            case PropertyOwner.Person() -> scan.personDocument();
            case PropertyOwner.Group(int typeIndex) -> scan.groupDocument(typeIndex);
        };
    }

    /** Something of a property of the event, its person or its group: of a JSON text and a path. */
    SqlExpression ofMember(PropertyOwner owner, String key, MemberValue value) {
        return switch (owner) {
            case PropertyOwner.Event() -> scan.ofEvent(key, value);
            case PropertyOwner.Person() -> scan.ofPerson(key, value);
            case PropertyOwner.Group(int typeIndex) ->
                    value.of(scan.groupDocument(typeIndex), PropertyText.path(key));
        };
    }

    /** A property, with its declared type. */
    TypedValue property(Property property) {
        return switch (property) {
            case Property.OfEvent(var key) -> ofEvent(key);
            case Property.OfPerson(var key) when key.equals("distinct_id") ->
                    text(stored("distinct_id"));
            case Property.OfPerson(var key) when key.equals(ChannelType.INITIAL) ->
                    text(ChannelType.initial(this).name());
            case Property.OfPerson(var key) ->
                    typed(scan.personProperty(key), project.propertyDefinitions().ofPerson(key));
            case Property.EventMetadata(var name) -> EventMetadataValue.of(name, this);
            case Property.PersonMetadata _ -> typed(scan.personCreatedAt(), PropertyType.DATE_TIME);
            case Property.OfGroup(int typeIndex, var key) ->
                    typed(
                            scan.groupProperty(typeIndex, key),
                            project.propertyDefinitions().ofGroup(typeIndex, key));
            case Property.OfSession(var key) -> sessions.value(key);
            case Property.OfElement _, Property.HogQl _ -> throw NotPlanned.of(property);
        };
    }

    /** A value computed of all scanned events of the event's person. */
    Column ofPerson(
            SqlFunction function, List<SqlExpression> arguments, List<Order> orderBy, Frame frame) {
        return scan.window(
                "of_person",
                new SqlExpression.Window(function, arguments, List.of(person()), orderBy, frame));
    }

    /** The pass must come by an entity's events from one instant to before another. */
    void reaches(Entity entity, Instant from, Instant to) {
        scan.reach().entity(entity, from, to.minusMillis(1));
    }

    /** Whether the event's person is in a static cohort; never NULL. */
    SqlExpression isListed(long cohortId) {
        return scan.isListed(cohortId);
    }

    TypedValue text(SqlExpression text) {
        return typed(text, PropertyType.STRING);
    }

    TypedValue typed(SqlExpression text, PropertyType type) {
        return new TypedValue(text, type, project.zone());
    }

    private TypedValue ofEvent(String key) {
        PropertyType type = project.propertyDefinitions().ofEvent(key);
        return switch (key) {
            case "$elements_chain" -> text(stored("elements_chain"));
            case "$session_id" -> typed(stored("session_id"), type);
            case "$group_0", "$group_1", "$group_2", "$group_3", "$group_4" ->
                    typed(stored(key.substring(1)), type);
            default -> typed(scan.eventProperty(key), type);
        };
    }
}
