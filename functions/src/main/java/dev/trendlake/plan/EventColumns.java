package dev.trendlake.plan;

import dev.trendlake.project.Project;
import dev.trendlake.project.PropertyType;
import dev.trendlake.sql.Frame;
import dev.trendlake.sql.Order;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Window;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Property;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that a statement reads of each event, gathered while it is planned: each property is
 * taken out of its document once per row, however often it is asked for.
 */
final class EventColumns {
    private static final Column EVENT_DOCUMENT = new Column("properties");
    private static final Column PERSON_DOCUMENT = new Column("person_properties");

    private final Project project;
    private static final Column PERSON = new Column("person_key");
    private final Map<SqlExpression, String> names = new LinkedHashMap<>();
    private final Map<Window, String> windows = new LinkedHashMap<>();
    private final Map<Entity, List<Instant>> reached = new LinkedHashMap<>();

    EventColumns(Project project) {
        this.project = project;
    }

    /** A column of the table as it stands. */
    Column stored(String name) {
        Column column = new Column(name);
        names.put(column, name);
        return column;
    }

    /** A property, with its declared type. */
    TypedValue property(Property property) {
        return switch (property) {
            case Property.OfEvent(var key) when key.equals("$elements_chain") ->
                    typed(new Column("elements_chain"), "elements_chain", PropertyType.STRING);
            case Property.OfEvent(var key) ->
                    typed(
                            PropertyText.of(EVENT_DOCUMENT, key),
                            "event_property",
                            project.propertyDefinitions().ofEvent(key));
            case Property.OfPerson(var key) when key.equals("distinct_id") ->
                    typed(new Column("distinct_id"), "distinct_id", PropertyType.STRING);
            case Property.OfPerson(var key) ->
                    typed(
                            PropertyText.of(PERSON_DOCUMENT, key),
                            "person_property",
                            project.propertyDefinitions().ofPerson(key));
            case Property.EventMetadata _,
                    Property.PersonMetadata _,
                    Property.OfGroup _,
                    Property.OfSession _,
                    Property.OfElement _,
                    Property.HogQl _ ->
                    throw NotPlanned.of(property);
        };
    }

    /** In which zone the project's days begin. */
    ZoneId zone() {
        return project.zone();
    }

    /** A function of all events of the event's person that are read. */
    Column ofPerson(
            SqlFunction function, List<SqlExpression> arguments, List<Order> orderBy, Frame frame) {
        Window window = new Window(function, arguments, List.of(PERSON), orderBy, frame);
        return new Column(windows.computeIfAbsent(window, _ -> "of_person_" + windows.size()));
    }

    /** What was asked for of all events of a person, by its name. */
    List<Projection> ofPerson() {
        List<Projection> projections = new ArrayList<>();
        windows.forEach((value, name) -> projections.add(new Projection(value, name)));
        return projections;
    }

    /** The events of an entity from one instant to before another are read. */
    void reaches(Entity entity, Instant from, Instant to) {
        reached.put(entity, List.of(from, to));
    }

    /** The person is listed in a cohort; never NULL. */
    Column isListed(long cohortId) {
        return new Column("is_in_cohort_" + cohortId);
    }

    /** Everything that was asked for, by its name. */
    List<Projection> projections() {
        List<Projection> projections = new ArrayList<>();
        names.forEach((value, name) -> projections.add(new Projection(value, name)));
        return projections;
    }

    private TypedValue typed(SqlExpression text, String stem, PropertyType type) {
        String name =
                names.computeIfAbsent(
                        text, value -> value instanceof Column ? stem : stem + "_" + names.size());
        return new TypedValue(new Column(name), type, project.zone());
    }
}
