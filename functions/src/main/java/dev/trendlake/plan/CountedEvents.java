package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events that a question counts: each once for every tally that it belongs to, with its bucket,
 * its breakdown value and what the measures need of it.
 */
final class CountedEvents {
    private final List<Tally> tallies;
    private final EventScan scan;
    private final EventColumns columns;
    private final TallyConditions conditions;
    private final Map<SqlExpression, String> projected = new LinkedHashMap<>();
    private final Map<String, SqlExpression> named = new LinkedHashMap<>();
    private final BreakdownColumns breakdown;

    CountedEvents(TrendQuery query, List<Tally> tallies, EventScan scan, EventColumns columns) {
        this.tallies = tallies;
        this.scan = scan;
        this.columns = columns;
        this.conditions = new TallyConditions(query, scan, columns);
        this.breakdown = new BreakdownColumns(query.breakdown(), columns);
        breakdown.projectInto(this);
    }

    /** What each row says of its breakdown value. */
    BreakdownColumns breakdown() {
        return breakdown;
    }

    /** A value of each row under a name, or under the one that it has already. */
    Column project(SqlExpression value, String name) {
        return new Column(projected.computeIfAbsent(value, _ -> free(name)));
    }

    /** A value of each row under just this name, which nothing else has. */
    void projectAs(Projection projection) {
        named.put(projection.name(), projection.value());
    }

    /** A column of the events as it stands. */
    Column forward(String column) {
        return project(columns.stored(column), column);
    }

    /** The row meets a tally's filters, and not only its entity. */
    Column passes(Tally tally) {
        return project(conditions.passes(tally), "passes_" + tally.number());
    }

    /** The names of what each row says. */
    List<String> names() {
        List<String> names = new ArrayList<>(projected.values());
        names.addAll(named.keySet());
        if (tallies.size() > 1 && !names.contains(PerTally.TALLY.name())) {
            names.add(PerTally.TALLY.name());
        }
        return names;
    }

    /** The rows, once everything was asked for that they have to say. */
    CountedRows rows() {
        // What one tally looks at may widen the pass, and so what has to be said of the others.
        tallies.forEach(conditions::prepare);
        List<SqlExpression> belongs = tallies.stream().map(conditions::belongs).toList();
        if (tallies.size() == 1) {
            return breakdown.expanded(
                    new CountedRows(
                            new Source.Subselect(events(belongs.getFirst())), Conditions.ALWAYS));
        }
        return breakdown.expanded(
                TallyConditions.areApart(tallies) ? choosing(belongs) : repeating(belongs));
    }

    // Each event belongs to one tally at most.
    private CountedRows choosing(List<SqlExpression> belongs) {
        List<When> whens = new ArrayList<>();
        for (int i = 0; i < belongs.size(); i++) {
            whens.add(new When(belongs.get(i), new Whole(tallies.get(i).number())));
        }
        project(new Case(whens, new Null()), PerTally.TALLY.name());
        return new CountedRows(
                new Source.Subselect(events(Conditions.ALWAYS)), Conditions.isSet(PerTally.TALLY));
    }

    private CountedRows repeating(List<SqlExpression> belongs) {
        List<SqlExpression> numbers = new ArrayList<>();
        for (int i = 0; i < belongs.size(); i++) {
            Whole number = new Whole(tallies.get(i).number());
            Column isIn = project(belongs.get(i), "in_tally_" + tallies.get(i).number());
            numbers.add(new Case(List.of(new When(isIn, number)), new Null()));
        }
        return new CountedRows(
                new Source.Expanded(
                        new Source.Subselect(events(Conditions.ALWAYS)),
                        new Array(numbers),
                        PerTally.TALLY.name()),
                Conditions.isSet(PerTally.TALLY));
    }

    private String free(String name) {
        String free = name;
        for (int number = 2; projected.containsValue(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private Select events(SqlExpression where) {
        List<Projection> projections = new ArrayList<>();
        projected.forEach((value, name) -> projections.add(new Projection(value, name)));
        named.forEach((name, value) -> projections.add(new Projection(value, name)));
        if (projections.isEmpty()) {
            projections.add(new Projection(new Whole(1), "event_seen"));
        }
        return new Select(projections, scan.rows(), where, List.of(), List.of());
    }
}
