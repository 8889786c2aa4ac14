package dev.trendlake.plan;

import dev.trendlake.project.LakeReach;
import dev.trendlake.project.Project;
import dev.trendlake.project.SideTableName;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Between;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.In;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Timestamp;
import dev.trendlake.trend.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which part of the lake a statement reads at all: the partitions as plain literals, the exact
 * times besides, and the names of its events, by which the files are ordered.
 */
final class ScanReach {
    private final Project project;
    private final LeftOutFiles leftOut;
    private final DayEdges edges = new DayEdges();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> historyNames = new TreeSet<>();
    private boolean anyName;
    private boolean anyHistoryName;
    private boolean beginsWithFirstEvent;
    private Optional<NavigableSet<LocalDate>> onlyDays = Optional.empty();
    private Optional<Instant> history = Optional.empty();
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    ScanReach(LakeTables tables, Project project) {
        this.project = project;
        this.leftOut = new LeftOutFiles(tables, project);
    }

    /** The pass leaves out all days but these, in UTC. */
    void only(NavigableSet<LocalDate> days) {
        onlyDays = Optional.of(new TreeSet<>(days));
    }

    /** The pass comes by the events of an entity between two instants, both included. */
    void entity(Entity entity, Instant from, Instant to) {
        Set<String> known = EventNames.of(entity);
        names.addAll(known);
        anyName |= known.isEmpty();
        time(from, to);
    }

    /**
     * Before everything else it comes by the events of an entity from an instant on, of which only
     * the narrow columns are asked for.
     */
    void history(Entity entity, Instant from) {
        Set<String> known = EventNames.of(entity);
        historyNames.addAll(known);
        anyHistoryName |= known.isEmpty();
        beginsWithFirstEvent = true;
        history = Optional.of(history.filter(start -> start.isBefore(from)).orElse(from));
    }

    /** Whether there is such a history before everything else. */
    boolean hasHistory() {
        return history.filter(from -> from.isBefore(first())).isPresent();
    }

    /** The pass comes by all events between two instants, both included. */
    void everything(Instant from, Instant to) {
        anyName = true;
        time(from, to);
    }

    /** Whether every event that the pass comes by lies between two instants. */
    boolean liesWithin(Instant from, Instant to) {
        Instant start = hasHistory() ? history.orElseThrow() : first();
        return !start.isBefore(from) && !last().isAfter(to);
    }

    /** Whether the pass comes by the events of this name alone. */
    boolean isOnly(Entity entity) {
        return !anyName
                && !hasHistory()
                && entity instanceof Entity.Event(var name)
                && names.equals(Set.of(name));
    }

    /**
     * The days that the pass comes by, in stretches, of which each is to be read alike.
     *
     * @param cuts days at which a stretch begins at the latest
     * @param byDay whether the day is time enough where days are whole
     */
    List<DayStretch> stretches(NavigableSet<LocalDate> cuts, boolean byDay) {
        return edges
                .stretches(DayEdges.dayOf(first()), DayEdges.dayOf(last()), cuts, byDay)
                .stream()
                .filter(stretch -> !runs(stretch).isEmpty())
                .toList();
    }

    /** What of the lake the pass comes by. */
    LakeReach inLake(Set<SideTableName> tables) {
        Instant start = hasHistory() ? history.orElseThrow() : first();
        return new LakeReach(
                DayEdges.dayOf(start), DayEdges.dayOf(last()), tables, beginsWithFirstEvent);
    }

    /** The condition that the events of a stretch meet which the pass comes by. */
    SqlExpression condition(DayStretch stretch) {
        SqlExpression time = stretch.isWhole() ? Conditions.ALWAYS : isBetween(first(), last());
        return condition(stretch, time, anyName ? Set.of() : names);
    }

    /** The condition that the events of the history meet. */
    SqlExpression historyCondition() {
        Instant from = history.orElseThrow();
        Instant to = first().minusMillis(1);
        DayStretch days = new DayStretch(DayEdges.dayOf(from), DayEdges.dayOf(to), false);
        return condition(days, isBetween(from, to), anyHistoryName ? Set.of() : historyNames);
    }

    private SqlExpression condition(DayStretch stretch, SqlExpression time, Set<String> onlyNames) {
        return Conditions.all(
                List.of(
                        Conditions.equal(
                                new Column("project_id"), new Text(Long.toString(project.id()))),
                        Conditions.any(runs(stretch).stream().map(ScanReach::isIn).toList()),
                        time,
                        onlyNames.isEmpty() ? Conditions.ALWAYS : isNamed(onlyNames),
                        leftOut.condition(stretch.first(), stretch.last())));
    }

    // The days of a stretch that are not left out, as far as they lie end to end.
    private List<DayStretch> runs(DayStretch stretch) {
        if (onlyDays.isEmpty()) {
            return List.of(stretch);
        }
        List<DayStretch> runs = new ArrayList<>();
        for (LocalDate day : onlyDays.get().subSet(stretch.first(), true, stretch.last(), true)) {
            boolean goesOn = !runs.isEmpty() && runs.getLast().last().plusDays(1).equals(day);
            LocalDate start = goesOn ? runs.removeLast().first() : day;
            runs.add(new DayStretch(start, day, stretch.isWhole()));
        }
        return runs;
    }

    private static SqlExpression isIn(DayStretch days) {
        return new Between(
                new Column("day"),
                new Text(days.first().toString()),
                new Text(days.last().toString()));
    }

    private static SqlExpression isBetween(Instant from, Instant to) {
        return new Between(new Column("timestamp"), new Timestamp(from), new Timestamp(to));
    }

    Instant first() {
        return first.orElseThrow();
    }

    Instant last() {
        return last.orElseThrow();
    }

    private void time(Instant from, Instant to) {
        Instant start = from.isBefore(project.earliestEvent()) ? clamped(from) : from;
        first = Optional.of(first.filter(known -> known.isBefore(start)).orElse(start));
        last = Optional.of(last.filter(known -> known.isAfter(to)).orElse(to));
        edges.add(start, to);
    }

    // "Ever" begins with the first event of the project; a range that was asked for stays as it is.
    private Instant clamped(Instant from) {
        if (!from.equals(Instant.EPOCH)) {
            return from;
        }
        beginsWithFirstEvent = true;
        return project.earliestEvent();
    }

    private static SqlExpression isNamed(Set<String> names) {
        Column event = new Column("event");
        List<SqlExpression> choices = names.stream().<SqlExpression>map(Text::new).toList();
        return choices.size() == 1
                ? Conditions.equal(event, choices.getFirst())
                : new In(event, choices);
    }
}
