package dev.trendlake.plan;

import dev.trendlake.sql.ComparisonOperator;
import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Whole;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.CohortCriterion;
import dev.trendlake.trend.CohortCriterion.Deed;
import dev.trendlake.trend.CohortCriterion.PerformedRegularly;
import dev.trendlake.trend.CohortCriterion.Window;
import dev.trendlake.trend.CohortMembers;
import dev.trendlake.trend.Operator;
import java.time.Instant;
import java.util.List;

/**
 * Tells whether an event's person is in a cohort (spec: actions and cohorts, 3), from the events of
 * the same scan; never NULL.
 */
final class CohortPlanner {
    private final EventColumns columns;
    private final DeedPlanner deeds;

    CohortPlanner(EventColumns columns) {
        this.columns = columns;
        this.deeds = new DeedPlanner(columns);
    }

    /** The event's person is in the cohort. */
    SqlExpression isMember(Cohort cohort) {
        return switch (cohort.members()) {
            case CohortMembers.Everybody() -> Conditions.ALWAYS;
            case CohortMembers.Nobody() -> Conditions.NEVER;
            case CohortMembers.Listed(var id) -> columns.isListed(id);
            case CohortMembers.Meeting(var criterion) -> isMet(criterion);
        };
    }

    private SqlExpression isMet(CohortCriterion criterion) {
        return switch (criterion) {
            case CohortCriterion.AllOf(var criteria) -> Conditions.all(areMet(criteria));
            case CohortCriterion.AnyOf(var criteria) -> Conditions.any(areMet(criteria));
            case CohortCriterion.Not(var inner) -> Conditions.not(isMet(inner));
            case CohortCriterion.PersonMeets(var filter) ->
                    Conditions.certainly(new FilterPlanner(columns).condition(filter));
            case CohortCriterion.MemberOf(var cohort) -> isMember(cohort);
            case CohortCriterion.Performed(var deed, var window, var operator, var count) ->
                    isSo(deeds.times(deed, window), operator, count);
            case CohortCriterion.PerformedFirst(var deed, var window) ->
                    deeds.isFirst(deed, window);
            case CohortCriterion.PerformedInSequence(var deed, var window, var next, var seconds) ->
                    deeds.isFollowed(deed, window, next, seconds);
            case PerformedRegularly regularly -> isRegular(regularly);
            case CohortCriterion.Stopped(var deed, var did, var didNot) ->
                    Conditions.all(List.of(isDone(deed, did), isNotDone(deed, didNot)));
            case CohortCriterion.Restarted(var deed, var pause, var again) ->
                    Conditions.all(
                            List.of(
                                    isDone(deed, again),
                                    isNotDone(deed, pause),
                                    isDone(deed, new Window(Instant.EPOCH, pause.from()))));
        };
    }

    private List<SqlExpression> areMet(List<CohortCriterion> criteria) {
        return criteria.stream().map(this::isMet).toList();
    }

    private SqlExpression isRegular(PerformedRegularly regularly) {
        List<SqlExpression> periods =
                regularly.windows().stream()
                        .map(window -> deeds.times(regularly.deed(), window))
                        .map(times -> isSo(times, regularly.operator(), regularly.count()))
                        .toList();
        return Conditions.compare(
                Conditions.howMany(periods),
                ComparisonOperator.GREATER_OR_EQUAL,
                new Whole(regularly.atLeast()));
    }

    private SqlExpression isDone(Deed deed, Window window) {
        return Conditions.compare(
                deeds.times(deed, window), ComparisonOperator.GREATER, new Whole(0));
    }

    private SqlExpression isNotDone(Deed deed, Window window) {
        return Conditions.equal(deeds.times(deed, window), new Whole(0));
    }

    // Who never did it is no member, not even where at most so many times are asked for.
    private static SqlExpression isSo(SqlExpression times, Operator operator, long count) {
        return Conditions.all(
                List.of(
                        Conditions.compare(times, ComparisonOperator.GREATER, new Whole(0)),
                        Conditions.compare(times, comparison(operator), new Whole(count))));
    }

    private static ComparisonOperator comparison(Operator operator) {
        return switch (operator) {
            case EXACT -> ComparisonOperator.EQUAL;
            case GT -> ComparisonOperator.GREATER;
            case GTE -> ComparisonOperator.GREATER_OR_EQUAL;
            case LT -> ComparisonOperator.LESS;
            case LTE -> ComparisonOperator.LESS_OR_EQUAL;
            default -> throw new IllegalStateException(operator + " counts nothing");
        };
    }
}
