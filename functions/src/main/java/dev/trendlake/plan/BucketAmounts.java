package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.Statistic;
import java.util.ArrayList;
import java.util.List;

/** Counts what was told apart by key, or makes statistics of it: the second grouping of amounts. */
final class BucketAmounts {
    private final List<Tally> tallies;
    private final PerTally perTally;
    private final BreakdownColumns breakdown;
    private final Slots slots;
    private final List<Column> keys;

    BucketAmounts(List<Tally> tallies, BreakdownColumns breakdown, Slots slots, List<Column> keys) {
        this.tallies = List.copyOf(tallies);
        this.perTally = new PerTally(tallies);
        this.breakdown = breakdown;
        this.slots = slots;
        this.keys = List.copyOf(keys);
    }

    // People are in a cohort whatever they did first; anything else is read off the first event.
    static boolean takesValueOfFirst(Tally tally, BreakdownColumns breakdown) {
        return tally.measure() instanceof Measure.FirstTimes
                && breakdown.isThere()
                && !breakdown.isByCohorts();
    }

    /** From a row for each key to one for each tally, value and slot. */
    Select of(Select byKey) {
        ActiveSlots active = new ActiveSlots(tallies, perTally, slots, keys);
        List<Projection> groups = new ArrayList<>();
        if (perTally.isNeeded()) {
            groups.add(new Projection(PerTally.TALLY, PerTally.TALLY.name()));
        }
        if (breakdown.isThere()) {
            TallyAmounts.group(
                    groups, perTally.value(this::valueAfterKeys), BreakdownColumns.VALUE);
        }
        TallyAmounts.group(
                groups, perTally.value(tally -> slotAfterKeys(tally, active)), TallyAmounts.SLOT);
        List<Projection> projections = new ArrayList<>(groups);
        projections.add(
                new Projection(perTally.value(this::amountAfterKeys), TallyAmounts.AMOUNT.name()));
        return new Select(
                projections,
                active.isNeeded()
                        ? active.rows(byKey, breakdown.isThere())
                        : new Source.Subselect(byKey),
                perTally.value(BucketAmounts::countsAfterKeys),
                groups.stream().map(Projection::value).toList(),
                List.of());
    }

    private SqlExpression valueAfterKeys(Tally tally) {
        return takesValueOfFirst(tally, breakdown)
                ? TallyAmounts.VALUE_PASSING
                : BreakdownColumns.VALUE;
    }

    private SqlExpression slotAfterKeys(Tally tally, ActiveSlots active) {
        if (slots.of(tally) instanceof Null) {
            return new Null();
        }
        return switch (tally.measure()) {
            case Measure.FirstTimes _ -> slots.of(tally, TallyAmounts.FIRST_PASSING);
            case Measure.NewKeys _ -> new Column("first_slot");
            case Measure.ActiveKeys(_, int days) -> active.slot(tally, days);
            case Measure.Events _,
                    Measure.OfNumbers _,
                    Measure.OfHogQl _,
                    Measure.DistinctKeys _,
                    Measure.OfEventsPerKey _,
                    Measure.OfSessions _ ->
                    TallyAmounts.SLOT;
        };
    }

    private static SqlExpression countsAfterKeys(Tally tally) {
        return tally.measure() instanceof Measure.FirstTimes
                ? Conditions.equal(TallyAmounts.FIRST_SEEN, TallyAmounts.FIRST_PASSING)
                : Conditions.ALWAYS;
    }

    private SqlExpression amountAfterKeys(Tally tally) {
        return switch (tally.measure()) {
            case Measure.Events _, Measure.OfNumbers _, Measure.OfHogQl _ ->
                    MeasureColumns.aggregate(SqlFunction.ARBITRARY, TallyAmounts.AMOUNT);
            case Measure.DistinctKeys _, Measure.NewKeys _, Measure.FirstTimes _ ->
                    MeasureColumns.countOfRows();
            case Measure.OfEventsPerKey(var key, Statistic statistic) ->
                    MeasureColumns.ofKeys(statistic, TallyAmounts.AMOUNT, key);
            case Measure.OfSessions(var statistic, _, _) ->
                    TallyAmounts.orNothing(
                            MeasureColumns.ofKeys(
                                    statistic, TallyAmounts.AMOUNT, new CountedKey.Session()));
            case Measure.ActiveKeys _ ->
                    MeasureColumns.aggregate(SqlFunction.SUM, ActiveSlots.CHANGE);
        };
    }
}
