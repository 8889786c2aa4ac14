package dev.trendlake.trend;

import java.util.List;

/**
 * A HogQL expression, and the actions and cohorts of the project that it names.
 *
 * @param expression as asked
 * @param actions those that {@code matchesAction} names
 * @param cohorts those that {@code in cohort} names
 */
public record HogQlText(String expression, List<Action> actions, List<Cohort> cohorts) {
    /** Copies the lists. */
    public HogQlText {
        actions = List.copyOf(actions);
        cohorts = List.copyOf(cohorts);
    }

    /** An expression that names neither. */
    public static HogQlText of(String expression) {
        return new HogQlText(expression, List.of(), List.of());
    }
}
