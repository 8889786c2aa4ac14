package dev.trendlake.plan;

import dev.trendlake.project.Project;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Aggregate;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * Writes the one statement that answers a question, with one pass over the events:
 *
 * <ol>
 *   <li>what has to be known of each event ({@link EventScan});
 *   <li>the events that count, once for each tally, that is series and period, that they belong to
 *       ({@link CountedEvents});
 *   <li>one amount for each tally, breakdown value and slot of time ({@link TallyAmounts});
 *   <li>with a breakdown, of the largest values alone ({@link BreakdownRanking});
 *   <li>one row for each tally and value, with all its amounts.
 * </ol>
 *
 * <p>The rows: {@code series} (its place in the question, from 1), {@code period} (0, or 1 for the
 * one that is compared with), {@code value} (only with a breakdown: a text, a JSON array of texts,
 * or a cohort's number) and {@code points}, a JSON object from the names of buckets to amounts.
 * Buckets without events are absent; a total is the one point {@code total}; for windows of days
 * the points are the changes of the number, by day or hour, from before the range on.
 */
public final class TrendPlanner {
    /** The name of the one point of a total. */
    public static final String TOTAL = "total";

    private final LakeTables tables;

    /** Takes the names of the tables. */
    public TrendPlanner(LakeTables tables) {
        this.tables = tables;
    }

    /**
     * The statement for a question, whose range is not empty, and which something can match: not
     * all of its series are actions that the project doesn't have.
     *
     * @throws dev.trendlake.error.InvalidRequest when an expression of the question can't be
     *     translated
     */
    public TrendPlan plan(TrendQuery query, Project project) {
        return plan(query, project, new EventScan(tables, project));
    }

    /**
     * The statement for a question that reads these UTC days alone. What it says of a bucket is
     * true where all days are among them that it says something of.
     */
    public TrendPlan plan(TrendQuery query, Project project, NavigableSet<LocalDate> days) {
        EventScan scan = new EventScan(tables, project);
        scan.reach().only(days);
        return plan(query, project, scan);
    }

    private static TrendPlan plan(TrendQuery query, Project project, EventScan scan) {
        List<Tally> tallies = Tallies.of(query, project);
        tallies.forEach(tally -> tally.reachInto(scan.reach()));
        EventColumns columns = new EventColumns(project, query.now(), scan);
        CountedEvents events = new CountedEvents(query, tallies, scan, columns);
        Slots slots = new Slots(query, columns);
        Select amounts = new TallyAmounts(tallies, events, columns, slots).plan();
        Select statement = points(ranked(amounts, query, tallies, events), query, tallies, slots);
        boolean isByBucket =
                slots.areThere()
                        && !events.breakdown().hasBins()
                        && !scan.looksAround()
                        && tallies.stream().allMatch(tally -> tally.measure().isByBucket());
        return new TrendPlan(statement, scan.fromDocuments(), scan.inLake(), isByBucket);
    }

    /**
     * The first instant whose events are part of what is said of a bucket: its start, or that of
     * the windows that end in it.
     */
    public static Instant firstInstantOf(ZonedDateTime bucket, TrendQuery query) {
        int days =
                query.series().stream()
                        .map(series -> Tallies.measure(query, series.aggregation()))
                        .mapToInt(measure ->
                                measure instanceof Measure.ActiveKeys(_, int seen) ? seen : 0)
                        .max()
                        .orElse(0);
        return bucket.minusDays(days).toInstant();
    }

    /**
     * Whether the points of a series are the changes of a number, whose value in a bucket is the
     * sum of all changes up to its start.
     */
    public static boolean givesChanges(TrendQuery query, Series series) {
        return Tallies.measure(query, series.aggregation()) instanceof Measure.ActiveKeys;
    }

    private static Select ranked(
            Select amounts, TrendQuery query, List<Tally> tallies, CountedEvents events) {
        return switch (query.breakdown()) {
            case Breakdown.None _, Breakdown.Cohorts _ -> amounts;
            case Breakdown.Single _, Breakdown.Several _ -> {
                PerTally perTally = new PerTally(tallies);
                yield new BreakdownRanking(
                                events.breakdown(),
                                query.limit(),
                                perTally,
                                perTally.value(new RankWeight(query)::of),
                                query.display().isTotalValue())
                        .of(amounts);
            }
        };
    }

    private static Select points(
            Select amounts, TrendQuery query, List<Tally> tallies, Slots slots) {
        PerTally perTally = new PerTally(tallies);
        List<Projection> projections = new ArrayList<>();
        projections.add(
                new Projection(perTally.value(tally -> new Whole(tally.seriesPlace())), "series"));
        projections.add(
                new Projection(perTally.value(tally -> new Whole(tally.period())), "period"));
        List<SqlExpression> groups = new ArrayList<>();
        if (perTally.isNeeded()) {
            groups.add(PerTally.TALLY);
        }
        if (!(query.breakdown() instanceof Breakdown.None)) {
            groups.add(BreakdownColumns.VALUE);
            projections.add(new Projection(valueAsText(query.breakdown()), "value"));
        }
        if (!slots.areThere()) {
            projections.add(new Projection(json(total()), "points"));
            return new Select(
                    projections,
                    new Source.Subselect(amounts),
                    Conditions.ALWAYS,
                    List.of(),
                    List.of());
        }
        projections.add(new Projection(json(bySlot()), "points"));
        return new Select(
                projections,
                new Source.Subselect(amounts),
                Conditions.isSet(TallyAmounts.AMOUNT),
                groups,
                List.of());
    }

    private static SqlExpression valueAsText(Breakdown breakdown) {
        return switch (breakdown) {
            case Breakdown.None _, Breakdown.Single _ -> BreakdownColumns.VALUE;
            case Breakdown.Several _ -> json(BreakdownColumns.VALUE);
            case Breakdown.Cohorts _ -> new Cast(BreakdownColumns.VALUE, SqlType.VARCHAR, false);
        };
    }

    private static SqlExpression total() {
        return new Call(
                SqlFunction.MAP,
                new Array(List.of(new Text(TOTAL))),
                new Array(List.of(TallyAmounts.AMOUNT)));
    }

    private static SqlExpression bySlot() {
        return new Aggregate(
                SqlFunction.MAP_AGG,
                List.of(BucketPlanner.nameOf(TallyAmounts.SLOT), TallyAmounts.AMOUNT),
                false,
                Conditions.ALWAYS);
    }

    private static SqlExpression json(SqlExpression value) {
        return new Call(SqlFunction.JSON_FORMAT, new Cast(value, SqlType.JSON, false));
    }
}
