package dev.trendlake.plan;

import dev.trendlake.project.PersonNaming;
import dev.trendlake.project.Project;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Between;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes the statements that find people by the names on a list. The list lies in the lake, in a
 * version of the table of static cohorts' members that counts nowhere, with the names in the place
 * of persons' ids: so it may be longer than a statement.
 *
 * <p>The rows: {@code name} and {@code person}, the id of a person who has that name. A name that
 * nobody has gives none.
 */
public final class PeoplePlanner {
    private static final Column NAME = new Column("name");
    private static final Column KNOWN = new Column("known");
    private static final Column PERSON = new Column("person");

    private final LakeTables tables;

    /** Takes the names of the tables. */
    public PeoplePlanner(LakeTables tables) {
        this.tables = tables;
    }

    /**
     * Looks in the table of persons, which the project has.
     *
     * @param listVersion the version in which the list lies
     */
    public Select inPersons(Project project, PersonNaming naming, long listVersion) {
        SqlExpression known =
                switch (naming) {
                    case PERSON_ID -> new Column("person_id");
                    case DISTINCT_ID -> new Column("distinct_id");
                    case EMAIL -> PropertyText.of(new Column("properties"), "email");
                };
        Select people =
                people(known, tables.persons(), ofVersion(project, project.sideTables().persons()));
        return named(people, project, listVersion);
    }

    /**
     * Looks at the persons that all events name, up to tomorrow's.
     *
     * @param naming not {@link PersonNaming#EMAIL}: events have no properties of persons that hold
     *     now
     * @param listVersion the version in which the list lies
     */
    public Select inEvents(Project project, PersonNaming naming, long listVersion, Instant now) {
        SqlExpression known =
                switch (naming) {
                    case PERSON_ID -> new Column("person_id");
                    case DISTINCT_ID -> new Column("distinct_id");
                    case EMAIL -> throw new IllegalArgumentException("events by " + naming);
                };
        LocalDate first = DayEdges.dayOf(project.earliestEvent());
        LocalDate last = DayEdges.dayOf(now).plusDays(1);
        SqlExpression days =
                new Between(
                        new Column("day"), new Text(first.toString()), new Text(last.toString()));
        SqlExpression counts = new LeftOutFiles(tables, project).condition(first, last);
        Select people =
                people(
                        known,
                        tables.events(),
                        Conditions.all(List.of(ofProject(project), days, counts)));
        return named(people, project, listVersion);
    }

    private static Select people(SqlExpression known, String table, SqlExpression where) {
        return new Select(
                List.of(
                        new Projection(known, KNOWN.name()),
                        new Projection(new Column("person_id"), PERSON.name())),
                new Source.Table(table),
                where,
                List.of(),
                List.of());
    }

    // The list is joined to the people: the engine keeps what is joined in memory.
    private Select named(Select people, Project project, long listVersion) {
        Select list =
                new Select(
                        List.of(new Projection(new Column("person_id"), NAME.name())),
                        new Source.Table(tables.cohortPeople()),
                        ofVersion(project, listVersion),
                        List.of(),
                        List.of());
        return new Select(
                List.of(new Projection(NAME, NAME.name()), new Projection(PERSON, PERSON.name())),
                new Source.LeftJoined(
                        new Source.Subselect(people), list, Conditions.equal(KNOWN, NAME)),
                Conditions.isSet(NAME),
                List.of(NAME, PERSON),
                List.of());
    }

    private static SqlExpression ofVersion(Project project, long version) {
        return Conditions.all(
                List.of(
                        ofProject(project),
                        Conditions.equal(new Column("version"), new Text(Long.toString(version)))));
    }

    private static SqlExpression ofProject(Project project) {
        return Conditions.equal(new Column("project_id"), new Text(Long.toString(project.id())));
    }
}
