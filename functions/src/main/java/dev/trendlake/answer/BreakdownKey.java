package dev.trendlake.answer;

import dev.trendlake.plan.BreakdownValue;
import dev.trendlake.trend.Cohort;
import java.util.List;

/** What tells the entries of a series apart (spec: trends, 5.6). */
sealed interface BreakdownKey {
    /** Nothing: there is no breakdown. */
    record None() implements BreakdownKey {}

    /** A value of the one thing that the question is broken down by. */
    record Single(String value) implements BreakdownKey {}

    /** A value of each of the things that it is broken down by. */
    record Several(List<String> values) implements BreakdownKey {
        public Several {
            values = List.copyOf(values);
        }
    }

    /** A cohort, and its place in the question from 0. */
    record InCohort(Cohort cohort, int place) implements BreakdownKey {}

    /** What labels call it. */
    default String label() {
        return switch (this) {
            case None() -> "";
            case Single(var value) -> value;
            case Several(var values) -> String.join("::", values);
            case InCohort(var cohort, _) -> cohort.name();
        };
    }

    /** The text of {@code breakdown_value}. */
    default String text() {
        return switch (this) {
            case None _, Single _, Several _ -> label();
            case InCohort(var cohort, _) ->
                    cohort.id() == Cohort.ALL_USERS ? "all" : Long.toString(cohort.id());
        };
    }

    /** 0 for an ordinary value, then 1 for none, then 2 for all others (spec: trends, 5.3). */
    default int rank() {
        return switch (this) {
            case None _, InCohort _ -> 0;
            case Single(var value) -> rank(List.of(value));
            case Several(var values) -> rank(values);
        };
    }

    private static int rank(List<String> values) {
        if (values.contains(BreakdownValue.OTHER)) {
            return 2;
        }
        return values.contains(BreakdownValue.NONE) ? 1 : 0;
    }
}
