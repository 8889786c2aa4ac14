package dev.trendlake.plan;

import dev.trendlake.project.ColumnProperty.Owner;
import dev.trendlake.project.LakeReach;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTableName;
import dev.trendlake.sql.ColumnsOf;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Window;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one pass over the events, in layers: what is read of the table; what the tables beside it
 * know better; what follows from all events of a session or a person. A layer that nothing needs is
 * left out.
 */
final class EventScan {
    /** PostHog ends a session after a day. */
    private static final Duration LONGEST_SESSION = Duration.ofDays(1);

    private static final Column PERSON_KEY = new Column("person_key");
    private static final Column PERSON_DOCUMENT = new Column("person_properties");

    private final Project project;
    private final ScanReach reach;
    private final TableRead table;
    private final SideTableJoins joins;
    private final Map<SqlExpression, String> resolved = new LinkedHashMap<>();
    private final List<Map<Window, String>> levels = new ArrayList<>();
    private final Set<SideTableName> sideTables = EnumSet.noneOf(SideTableName.class);
    private boolean looksAtSessions;
    private boolean looksAround;

    EventScan(LakeTables tables, Project project) {
        this.project = project;
        this.reach = new ScanReach(tables, project);
        this.table = new TableRead(tables, project);
        this.joins = new SideTableJoins(tables, project);
    }

    ScanReach reach() {
        return reach;
    }

    /** A column of the table. */
    Column stored(String name) {
        return table.stored(name);
    }

    /** When the event was, to the day: see {@link TableRead#day}. */
    Column day() {
        return table.day();
    }

    /** When the event was, to the quarter hour: see {@link TableRead#quarterHour}. */
    Column quarterHour() {
        return table.quarterHour();
    }

    Column eventProperty(String key) {
        return table.ofProperty(Owner.EVENT, key, "event_property", PropertyText::at);
    }

    /** Something of a property of the event. */
    Column ofEvent(String key, MemberValue value) {
        return table.ofProperty(Owner.EVENT, key, "event_json", value);
    }

    /** Something of a property of the person. */
    SqlExpression ofPerson(String key, MemberValue value) {
        sideTables.add(SideTableName.PERSONS);
        return project.sideTables().persons() == 0
                ? table.ofProperty(Owner.PERSON, key, "person_json", value)
                : value.of(personDocument(), PropertyText.path(key));
    }

    /** What the documents are taken apart for. */
    Set<DocumentProperty> fromDocuments() {
        return table.fromDocuments(settledReach());
    }

    /** The key of the person, as the persons know it if there are any. */
    Column person() {
        sideTables.add(SideTableName.PERSONS);
        stored(PERSON_KEY.name());
        if (project.sideTables().persons() == 0) {
            return PERSON_KEY;
        }
        stored("distinct_id");
        SqlExpression known = joins.person("person_key", "known_person_key");
        return derived(new Call(SqlFunction.COALESCE, known, PERSON_KEY), "person");
    }

    SqlExpression personProperty(String key) {
        sideTables.add(SideTableName.PERSONS);
        if (project.sideTables().persons() == 0) {
            return table.ofProperty(Owner.PERSON, key, "person_property", PropertyText::at);
        }
        stored(PERSON_DOCUMENT.name());
        stored("distinct_id");
        SqlExpression known = joins.person("properties", "known_person_properties");
        SqlExpression document = new Call(SqlFunction.COALESCE, known, PERSON_DOCUMENT);
        return derived(PropertyText.of(document, key), "person_property_" + resolved.size());
    }

    /** The id of the person, as the persons know it if there are any. */
    Column personId() {
        sideTables.add(SideTableName.PERSONS);
        Column asTakenIn = stored("person_id");
        if (project.sideTables().persons() == 0) {
            return asTakenIn;
        }
        stored("distinct_id");
        SqlExpression known = joins.person("person_id", "known_person_id");
        return derived(new Call(SqlFunction.COALESCE, known, asTakenIn), "person_id_now");
    }

    /** All properties of the person. */
    Column personDocument() {
        sideTables.add(SideTableName.PERSONS);
        Column asTakenIn = stored(PERSON_DOCUMENT.name());
        if (project.sideTables().persons() == 0) {
            return asTakenIn;
        }
        stored("distinct_id");
        SqlExpression known = joins.person("properties", "known_person_properties");
        return derived(new Call(SqlFunction.COALESCE, known, asTakenIn), "person_properties_now");
    }

    /** All properties of the group of a type; NULL where no groups are known. */
    SqlExpression groupDocument(int typeIndex) {
        sideTables.add(SideTableName.GROUPS);
        if (project.sideTables().groups() == 0) {
            return new Cast(new Null(), SqlType.VARCHAR, false);
        }
        stored("group_" + typeIndex);
        Column document = joins.groupDocument(typeIndex);
        return derived(document, document.name());
    }

    /** When the person was first seen, in ISO 8601; NULL where no persons are known. */
    SqlExpression personCreatedAt() {
        sideTables.add(SideTableName.PERSONS);
        if (project.sideTables().persons() == 0) {
            return new Cast(new Null(), SqlType.VARCHAR, false);
        }
        stored("distinct_id");
        SqlExpression known = joins.person("created_at", "known_person_created_at");
        return derived(UtcText.of(known), "person_created_at");
    }

    /** A property of the event's group of a type; NULL where no groups are known. */
    SqlExpression groupProperty(int typeIndex, String key) {
        sideTables.add(SideTableName.GROUPS);
        if (project.sideTables().groups() == 0) {
            return new Cast(new Null(), SqlType.VARCHAR, false);
        }
        stored("group_" + typeIndex);
        Column property = joins.groupProperty(typeIndex, key);
        return derived(property, property.name());
    }

    /** Whether the person is on the list of a static cohort. */
    SqlExpression isListed(long cohortId) {
        sideTables.add(SideTableName.COHORT_PEOPLE);
        sideTables.add(SideTableName.PERSONS);
        if (project.sideTables().cohortPeople() == 0) {
            return Conditions.NEVER;
        }
        person();
        return joins.isListed(cohortId);
    }

    /** The pass must come by all events of the sessions that it comes by. */
    void looksAtSessions() {
        looksAtSessions = true;
        looksAround = true;
    }

    /** What of the lake is read, once everything was asked for. */
    LakeReach inLake() {
        return settledReach().inLake(sideTables);
    }

    /** Whether something of an event follows from other events. */
    boolean looksAround() {
        return looksAround || !levels.isEmpty() || reach.hasHistory();
    }

    /** The pass as wide as it has to be, once everything was asked for. */
    ScanReach settledReach() {
        if (looksAtSessions) {
            reach.everything(
                    reach.first().minus(LONGEST_SESSION), reach.last().plus(LONGEST_SESSION));
            looksAtSessions = false;
        }
        return reach;
    }

    /** A window function over the rows that the layers below give. */
    Column window(String stem, Window window) {
        int level = 0;
        for (String name : ColumnsOf.expression(window)) {
            for (int below = 0; below < levels.size(); below++) {
                if (levels.get(below).containsValue(name)) {
                    level = Math.max(level, below + 1);
                }
            }
        }
        while (levels.size() <= level) {
            levels.add(new LinkedHashMap<>());
        }
        int count = levels.stream().mapToInt(Map::size).sum();
        return new Column(levels.get(level).computeIfAbsent(window, _ -> stem + "_" + count));
    }

    /** The rows: one for each event, with a column for everything that was asked for. */
    Source rows() {
        Source rows = table.rows(settledReach());
        List<String> names = new ArrayList<>(table.names());
        if (!resolved.isEmpty()) {
            rows = new Source.Subselect(extended(joins.joined(rows), names, resolved));
            resolved.values().stream().filter(name -> !names.contains(name)).forEach(names::add);
        }
        if (joins.hasLists()) {
            Column person = person();
            Map<SqlExpression, String> lists = joins.lists();
            rows = new Source.Subselect(extended(joins.withLists(rows, person), names, lists));
            names.addAll(lists.values());
        }
        for (Map<Window, String> level : levels) {
            Map<SqlExpression, String> windows = new LinkedHashMap<>(level);
            rows = new Source.Subselect(extended(rows, names, windows));
            names.addAll(level.values());
        }
        return rows;
    }

    private static Select extended(
            Source rows, List<String> names, Map<SqlExpression, String> added) {
        List<Projection> projections = new ArrayList<>();
        names.stream()
                .filter(name -> !added.containsValue(name))
                .forEach(name -> projections.add(new Projection(new Column(name), name)));
        added.forEach((value, name) -> projections.add(new Projection(value, name)));
        return new Select(projections, rows, Conditions.ALWAYS, List.of(), List.of());
    }

    private Column derived(SqlExpression value, String name) {
        return new Column(resolved.computeIfAbsent(value, _ -> name));
    }
}
