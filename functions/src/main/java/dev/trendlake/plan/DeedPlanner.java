package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.Frame;
import dev.trendlake.sql.Order;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Call;
import dev.trendlake.sql.SqlExpression.Case;
import dev.trendlake.sql.SqlExpression.Column;
import dev.trendlake.sql.SqlExpression.Null;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.sql.SqlExpression.Timestamp;
import dev.trendlake.sql.SqlExpression.When;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.sql.SqlFunction;
import dev.trendlake.trend.CohortCriterion.Deed;
import dev.trendlake.trend.CohortCriterion.Window;
import java.time.Instant;
import java.util.List;

/** Looks for deeds among all events of an event's person (spec: actions and cohorts, 3.3). */
final class DeedPlanner {
    private final EventColumns columns;

    DeedPlanner(EventColumns columns) {
        this.columns = columns;
    }

    /** How many times the deed was done in a window. */
    SqlExpression times(Deed deed, Window window) {
        columns.reaches(deed.entity(), window.from(), window.to());
        return count(isDone(deed, window));
    }

    /** The very first event of the deed's entity lies in the window and meets the deed's filter. */
    SqlExpression isFirst(Deed deed, Window window) {
        columns.reaches(deed.entity(), Instant.EPOCH, window.to());
        Column first =
                columns.ofPerson(
                        SqlFunction.MIN,
                        List.of(when(isOf(deed), timestamp())),
                        List.of(),
                        Frame.USUAL);
        SqlExpression isFirst = Conditions.equal(timestamp(), first);
        return some(Conditions.all(List.of(isDone(deed, window), isFirst)));
    }

    /** The deed was done in the window, and the next one after it within so many seconds. */
    SqlExpression isFollowed(Deed deed, Window window, Deed next, long seconds) {
        Window both = new Window(window.from(), window.to().plusSeconds(seconds));
        columns.reaches(deed.entity(), window.from(), window.to());
        columns.reaches(next.entity(), both.from(), both.to());
        SqlExpression isDone = isDone(deed, window);
        SqlExpression isNext = isDone(next, both);
        Column following =
                columns.ofPerson(
                        SqlFunction.MIN,
                        List.of(when(isNext, timestamp())),
                        inOrder(isDone, isNext),
                        Frame.ROWS_AFTER);
        SqlExpression latest =
                new Call(SqlFunction.DATE_ADD, new Text("second"), new Whole(seconds), timestamp());
        SqlExpression isInTime =
                Conditions.compare(following, ComparisonOperator.LESS_OR_EQUAL, latest);
        return some(Conditions.all(List.of(isDone, isInTime)));
    }

    // Of events at the same instant those come last that can only follow, so that the answer does
    // not hang on the order in which the engine happens to read them.
    private List<Order> inOrder(SqlExpression isDone, SqlExpression isNext) {
        return List.of(
                new Order(timestamp(), false), new Order(isNext, false), new Order(isDone, true));
    }

    private SqlExpression isDone(Deed deed, Window window) {
        return Conditions.all(
                List.of(
                        isOf(deed),
                        Conditions.compare(
                                timestamp(),
                                ComparisonOperator.GREATER_OR_EQUAL,
                                new Timestamp(window.from())),
                        Conditions.compare(
                                timestamp(), ComparisonOperator.LESS, new Timestamp(window.to())),
                        Conditions.certainly(new FilterPlanner(columns).condition(deed.filter()))));
    }

    private SqlExpression isOf(Deed deed) {
        return new EntityPlanner(columns).isOf(deed.entity());
    }

    private SqlExpression some(SqlExpression condition) {
        return Conditions.compare(count(condition), ComparisonOperator.GREATER, new Whole(0));
    }

    private Column count(SqlExpression condition) {
        return columns.ofPerson(
                SqlFunction.COUNT, List.of(when(condition, new Whole(1))), List.of(), Frame.USUAL);
    }

    private Column timestamp() {
        return columns.stored("timestamp");
    }

    private static SqlExpression when(SqlExpression condition, SqlExpression result) {
        return new Case(List.of(new When(condition, result)), new Null());
    }
}
