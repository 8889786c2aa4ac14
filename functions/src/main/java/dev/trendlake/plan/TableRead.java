package dev.trendlake.plan;

import static java.util.stream.Collectors.toCollection;

import dev.trendlake.project.ColumnProperty.Owner;
import dev.trendlake.project.Project;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is read of the table of events, and of each stretch of days no more than it takes: a
 * property from its own column where every file has it, else from the document; the time of an
 * event where its day isn't enough.
 */
final class TableRead {
    /** What the history before the range is looked at for: a few bytes of each event. */
    private static final Set<String> NARROW =
            Set.of("event", "timestamp", "person_key", "distinct_id");

    /** Days are read in different ways as long as that can't blow the text of the statement. */
    private static final int MOST_VALUES_IN_STRETCHES = 24;

    private static final Column TIME = new Column("timestamp");
    private static final Projection NOTHING = new Projection(new Whole(1), "event_seen");

    private final LakeTables tables;
    private final Project project;
    private final Map<SqlExpression, String> read = new LinkedHashMap<>();
    private final Map<SqlExpression, Member> members = new LinkedHashMap<>();
    private Optional<TimePrecision> precision = Optional.empty();

    TableRead(LakeTables tables, Project project) {
        this.tables = tables;
        this.project = project;
    }

    /** A column as it stands. */
    Column stored(String name) {
        Column column = new Column(name);
        read.put(column, name);
        return column;
    }

    /**
     * The time of an event, or just the midnight before it where its day lies in the pass whole.
     */
    Column day() {
        precision = Optional.of(precision.orElse(TimePrecision.DAY));
        return TIME;
    }

    /**
     * The time of an event, or just the quarter hour before it where its day lies in the pass whole
     * and the files have quarter hours.
     */
    Column quarterHour() {
        precision = Optional.of(TimePrecision.QUARTER_HOUR);
        return TIME;
    }

    /**
     * Something of a property.
     *
     * @param stem how the name of its column begins
     * @param value what
     */
    Column ofProperty(Owner owner, String key, String stem, MemberValue value) {
        SqlExpression inDocument = value.of(documentOf(owner), PropertyText.path(key));
        members.computeIfAbsent(inDocument, _ -> new Member(owner, key, column(owner, key, value)));
        return new Column(read.computeIfAbsent(inDocument, _ -> stem + "_" + read.size()));
    }

    /** The properties that some days are looked at for in documents of which all else is left. */
    Set<DocumentProperty> fromDocuments(ScanReach reach) {
        LocalDate first = DayEdges.dayOf(reach.first());
        Set<DocumentProperty> properties = new LinkedHashSet<>();
        for (Member member : members.values()) {
            if (!member.isComplete(first) && !read.containsKey(documentOf(member.owner()))) {
                properties.add(new DocumentProperty(member.owner(), member.key()));
            }
        }
        return properties;
    }

    /** The names of the columns of {@link #rows}. */
    List<String> names() {
        return projections(true, LocalDate.MAX).stream().map(Projection::name).toList();
    }

    /** The rows, one for each event. */
    Source rows(ScanReach reach) {
        List<Select> selects = new ArrayList<>();
        if (reach.hasHistory()) {
            List<Projection> narrow =
                    projections(false, LocalDate.MIN).stream().map(TableRead::narrow).toList();
            selects.add(select(narrow, reach.historyCondition()));
        }
        for (DayStretch stretch : stretches(reach)) {
            List<Projection> values = projections(stretch.isWhole(), stretch.first());
            selects.add(select(values, reach.condition(stretch)));
        }
        return selects.size() == 1
                ? new Source.Subselect(selects.getFirst())
                : new Source.UnionAll(selects);
    }

    private List<DayStretch> stretches(ScanReach reach) {
        if (read.size() > MOST_VALUES_IN_STRETCHES) {
            return reach.stretches(new TreeSet<>(), false);
        }
        LocalDate last = DayEdges.dayOf(reach.last());
        NavigableSet<LocalDate> begun =
                Stream.concat(
                                members.values().stream()
                                        .flatMap(member -> member.column().stream())
                                        .map(InColumn::completeFrom),
                                quartersFrom().stream())
                        .filter(day -> !day.isAfter(last))
                        .collect(toCollection(TreeSet::new));
        // At the latest of them all are complete; before that, some may be all the same.
        NavigableSet<LocalDate> cuts =
                begun.isEmpty() ? begun : new TreeSet<>(begun.tailSet(begun.last()));
        return reach.stretches(cuts, isDayEnough(last));
    }

    /** Whether the time of an event need not be known where its day lies in the pass whole. */
    private boolean isDayEnough(LocalDate last) {
        boolean lacksQuarters =
                precision.equals(Optional.of(TimePrecision.QUARTER_HOUR))
                        && quartersFrom().filter(first -> !first.isAfter(last)).isEmpty();
        return !read.containsKey(TIME) && !lacksQuarters;
    }

    private List<Projection> projections(boolean isWhole, LocalDate from) {
        List<Projection> projections = new ArrayList<>();
        read.forEach((value, name) -> {
            SqlExpression cheapest =
                    Optional.ofNullable(members.get(value))
                            .filter(member -> member.isComplete(from))
                            .flatMap(Member::column)
                            .map(InColumn::value)
                            .orElse(value);
            projections.add(new Projection(cheapest, name));
        });
        if (!read.containsKey(TIME)) {
            precision.ifPresent(needed -> {
                SqlExpression time = isWhole ? coarse(needed, from) : TIME;
                projections.add(new Projection(time, TIME.name()));
            });
        }
        return projections.isEmpty() ? List.of(NOTHING) : projections;
    }

    private SqlExpression coarse(TimePrecision needed, LocalDate from) {
        SqlExpression day = new Cast(new Column("day"), SqlType.TIMESTAMP, false);
        return switch (needed) {
            case DAY -> day;
            case QUARTER_HOUR ->
                    quartersFrom().filter(first -> !first.isAfter(from)).isPresent()
                            ? TimePrecision.quarterHour(day)
                            : TIME;
            case MILLISECOND -> TIME;
        };
    }

    /** From when on there are quarter hours, if they are wanted. */
    private Optional<LocalDate> quartersFrom() {
        return project.layout()
                .quartersFrom()
                .filter(_ -> precision.equals(Optional.of(TimePrecision.QUARTER_HOUR)));
    }

    private Optional<InColumn> column(Owner owner, String key, MemberValue value) {
        return project.layout()
                .columns()
                .of(owner, key)
                .map(column ->
                        new InColumn(
                                value.of(new Column(column.name()), PropertyText.ROOT),
                                column.completeFrom()));
    }

    private Select select(List<Projection> projections, SqlExpression condition) {
        return new Select(
                projections, new Source.Table(tables.events()), condition, List.of(), List.of());
    }

    // Nobody looks at what is not narrow in the history; its type is that of the other days.
    private static Projection narrow(Projection projection) {
        return projection.value() instanceof Column(var name) && NARROW.contains(name)
                ? projection
                : new Projection(new Null(), projection.name());
    }

    private static Column documentOf(Owner owner) {
        return switch (owner) {
            case EVENT -> new Column("properties");
            case PERSON -> new Column("person_properties");
        };
    }

    /** Something of a property, as its own column has it from a day on. */
    private record InColumn(SqlExpression value, LocalDate completeFrom) {}

    /** Something of a property, whose document is read where it has no column. */
    private record Member(Owner owner, String key, Optional<InColumn> column) {
        boolean isComplete(LocalDate day) {
            return column.filter(found -> !found.completeFrom().isAfter(day)).isPresent();
        }
    }
}
