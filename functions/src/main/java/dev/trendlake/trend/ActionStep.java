package dev.trendlake.trend;

import java.util.List;

/** One way to match an action: every condition holds; without any, every event matches. */
public record ActionStep(List<StepCondition> conditions) {
    /** Copies the list. */
    public ActionStep {
        conditions = List.copyOf(conditions);
    }
}
