package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Order;
import dev.trendlake.sql.Projection;
import dev.trendlake.sql.Select;
import dev.trendlake.sql.Source;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Array;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Cast;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlExpression.Window;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.sql.SqlType;
import dev.trendlake.trend.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the slots in which somebody was seen into changes of the number of those who were seen
 * lately: one more in the slot, one less when the window has passed, or when they are seen again
 * before that. The running sum of the changes is the number itself, and no person is ever joined
 * with a day.
 */
final class ActiveSlots {
    static final Column CHANGE = new Column("change");
    private static final Column NEXT = new Column("next_slot");

    private final List<Tally> tallies;
    private final PerTally perTally;
    private final Slots slots;
    private final List<Column> keys;

    ActiveSlots(List<Tally> tallies, PerTally perTally, Slots slots, List<Column> keys) {
        this.tallies = tallies;
        this.perTally = perTally;
        this.slots = slots;
        this.keys = List.copyOf(keys);
    }

    /** Whether a tally looks at a window of days. */
    boolean isNeeded() {
        return slots.areThere()
                && tallies.stream()
                        .anyMatch(tally -> tally.measure() instanceof Measure.ActiveKeys);
    }

    /** The rows of each key and slot, twice for those of windows. */
    Source rows(Select byKey, boolean brokenDown) {
        List<SqlExpression> partition = new ArrayList<>();
        if (perTally.isNeeded()) {
            partition.add(PerTally.TALLY);
        }
        if (brokenDown) {
            partition.add(BreakdownColumns.VALUE);
        }
        partition.addAll(keys);
        Window next =
                new Window(
                        SqlFunction.LEAD,
                        List.of(TallyAmounts.SLOT),
                        partition,
                        List.of(new Order(TallyAmounts.SLOT, false)));
        List<Projection> projections = new ArrayList<>();
        byKey.projections()
                .forEach(
                        one -> projections.add(new Projection(new Column(one.name()), one.name())));
        projections.add(new Projection(next, NEXT.name()));
        Select withNext =
                new Select(
                        projections,
                        new Source.Subselect(byKey),
                        Conditions.ALWAYS,
                        List.of(),
                        List.of());
        Whole more = new Whole(1);
        SqlExpression changes =
                perTally.value(tally ->
                        tally.measure() instanceof Measure.ActiveKeys
                                ? new Array(List.of(more, new Whole(-1)))
                                : new Array(List.of(more)));
        return new Source.Expanded(new Source.Subselect(withNext), changes, CHANGE.name());
    }

    /** The slot of a change. */
    SqlExpression slot(Tally tally, int days) {
        SqlExpression end = after(tally, days);
        SqlExpression next = new Call(SqlFunction.COALESCE, NEXT, end);
        return new Case(
                List.of(new When(Conditions.equal(CHANGE, new Whole(1)), TallyAmounts.SLOT)),
                new Call(SqlFunction.LEAST, end, next));
    }

    // On the wall clock: the same hour so many days later, whether or not clocks change between.
    private static SqlExpression after(Tally tally, int days) {
        if (Slots.widthOf(tally) == Interval.DAY) {
            return later(TallyAmounts.SLOT, days);
        }
        SqlExpression local =
                new Call(
                        SqlFunction.FROM_UNIXTIME,
                        TallyAmounts.SLOT,
                        new Text(tally.range().zone().getId()));
        return new Cast(
                new Call(SqlFunction.TO_UNIXTIME, later(local, days)), SqlType.BIGINT, false);
    }

    private static SqlExpression later(SqlExpression time, int days) {
        return new Call(SqlFunction.DATE_ADD, new Text("day"), new Whole(days), time);
    }
}
