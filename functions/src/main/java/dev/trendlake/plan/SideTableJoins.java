package dev.trendlake.plan;

import dev.trendlake.project.Project;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Truth;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Joins the rows of the events with what the tables beside them know. */
final class SideTableJoins {
    private static final Column KNOWN_DISTINCT_ID = new Column("known_distinct_id");
    private static final Column LISTED_PERSON = new Column("listed_person");

    private final LakeTables tables;
    private final Project project;
    private final Map<String, String> personColumns = new LinkedHashMap<>();
    private final Map<Integer, Map<String, String>> groupProperties = new TreeMap<>();
    private final TreeSet<Integer> documents = new TreeSet<>();
    private final TreeSet<Long> lists = new TreeSet<>();

    SideTableJoins(LakeTables tables, Project project) {
        this.tables = tables;
        this.project = project;
    }

    /** A column of the persons, under a name that no column of events has. */
    Column person(String column, String name) {
        personColumns.put(column, name);
        return new Column(name);
    }

    /** A property of the group of a type. */
    Column groupProperty(int typeIndex, String key) {
        Map<String, String> keys =
                groupProperties.computeIfAbsent(typeIndex, _ -> new LinkedHashMap<>());
        return new Column(
                keys.computeIfAbsent(
                        key, _ -> "group_%d_property_%d".formatted(typeIndex, keys.size())));
    }

    /** All properties of the group of a type. */
    Column groupDocument(int typeIndex) {
        groupProperties.computeIfAbsent(typeIndex, _ -> new LinkedHashMap<>());
        documents.add(typeIndex);
        return new Column("group_%d_properties".formatted(typeIndex));
    }

    /** Whether the person is on the list of a static cohort. */
    Column isListed(long cohortId) {
        lists.add(cohortId);
        return new Column("in_cohort_" + cohortId);
    }

    boolean hasLists() {
        return !lists.isEmpty();
    }

    /** The rows with what is known of their persons and groups. */
    Source joined(Source rows) {
        Source joined = rows;
        if (!personColumns.isEmpty()) {
            joined =
                    new Source.LeftJoined(
                            joined,
                            persons(),
                            Conditions.equal(new Column("distinct_id"), KNOWN_DISTINCT_ID));
        }
        for (int typeIndex : groupProperties.keySet()) {
            joined =
                    new Source.LeftJoined(
                            joined,
                            groups(typeIndex),
                            Conditions.equal(
                                    new Column("group_" + typeIndex), knownGroup(typeIndex)));
        }
        return joined;
    }

    /** The rows with the lists that their persons are on. */
    Source withLists(Source rows, Column person) {
        return new Source.LeftJoined(rows, listed(), Conditions.equal(person, LISTED_PERSON));
    }

    /** What {@link #withLists} makes known, by its name. */
    Map<SqlExpression, String> lists() {
        Map<SqlExpression, String> values = new LinkedHashMap<>();
        for (long cohortId : lists) {
            values.put(
                    new Call(
                            SqlFunction.COALESCE,
                            new Column("on_list_" + cohortId),
                            new Truth(false)),
                    "in_cohort_" + cohortId);
        }
        return values;
    }

    private Select persons() {
        List<Projection> projections = new ArrayList<>();
        projections.add(new Projection(new Column("distinct_id"), KNOWN_DISTINCT_ID.name()));
        personColumns.forEach(
                (column, name) -> projections.add(new Projection(new Column(column), name)));
        return side(projections, tables.persons(), project.sideTables().persons(), List.of());
    }

    private Select groups(int typeIndex) {
        List<Projection> projections = new ArrayList<>();
        projections.add(new Projection(new Column("group_key"), knownGroup(typeIndex).name()));
        groupProperties
                .getOrDefault(typeIndex, Map.of())
                .forEach((key, name) ->
                        projections.add(
                                new Projection(
                                        PropertyText.of(new Column("properties"), key), name)));
        if (documents.contains(typeIndex)) {
            projections.add(
                    new Projection(
                            new Column("properties"), "group_%d_properties".formatted(typeIndex)));
        }
        SqlExpression isOfType = Conditions.equal(new Column("type_index"), new Whole(typeIndex));
        return side(projections, tables.groups(), project.sideTables().groups(), List.of(isOfType));
    }

    private Select listed() {
        List<Projection> projections = new ArrayList<>();
        projections.add(new Projection(new Column("person_key"), LISTED_PERSON.name()));
        for (long cohortId : lists) {
            SqlExpression isOn =
                    new SqlExpression.Aggregate(
                            SqlFunction.BOOL_OR,
                            List.of(Conditions.equal(new Column("cohort_id"), new Whole(cohortId))),
                            false,
                            Conditions.ALWAYS);
            projections.add(new Projection(isOn, "on_list_" + cohortId));
        }
        SqlExpression isOneOf =
                new In(
                        new Column("cohort_id"),
                        lists.stream().<SqlExpression>map(Whole::new).toList());
        Select rows =
                side(
                        projections,
                        tables.cohortPeople(),
                        project.sideTables().cohortPeople(),
                        List.of(isOneOf));
        return new Select(
                rows.projections(),
                rows.from(),
                rows.where(),
                List.of(new Column("person_key")),
                List.of());
    }

    private Select side(
            List<Projection> projections,
            String table,
            long version,
            List<SqlExpression> conditions) {
        List<SqlExpression> all = new ArrayList<>();
        all.add(Conditions.equal(new Column("project_id"), new Text(Long.toString(project.id()))));
        all.add(Conditions.equal(new Column("version"), new Text(Long.toString(version))));
        all.addAll(conditions);
        return new Select(
                projections, new Source.Table(table), Conditions.all(all), List.of(), List.of());
    }

    private static Column knownGroup(int typeIndex) {
        return new Column("known_group_" + typeIndex);
    }
}
