package dev.trendlake.trend;

import java.util.List;

/**
 * A named way of recognising events (spec: actions and cohorts, 1): an event matches that matches
 * any step. Without steps every event matches.
 *
 * @param id its number in the project
 * @param name its name, which answers show
 * @param steps the ways
 */
public record Action(long id, String name, List<ActionStep> steps) {
    /** Copies the list. */
    public Action {
        steps = List.copyOf(steps);
    }
}
