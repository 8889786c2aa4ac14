package dev.trendlake.plan;

import dev.trendlake.trend.Action;
import dev.trendlake.trend.ActionStep;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.StepCondition;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Which names an entity's events can have: by them the files of events are ordered. */
final class EventNames {
    private EventNames() {}

    /** The names; none when an event may have any name. */
    static Set<String> of(Entity entity) {
        return switch (entity) {
            case Entity.Event(var name) -> Set.of(name);
            case Entity.ActionEvents(var action) -> of(action);
            case Entity.AllEvents _, Entity.MissingAction _ -> Set.of();
        };
    }

    private static Set<String> of(Action action) {
        Set<String> names = new LinkedHashSet<>();
        for (ActionStep step : action.steps()) {
            Optional<String> name = of(step);
            if (name.isEmpty()) {
                return Set.of();
            }
            names.add(name.get());
        }
        return names;
    }

    private static Optional<String> of(ActionStep step) {
        return step.conditions().stream()
                .filter(StepCondition.NameIs.class::isInstance)
                .map(condition -> ((StepCondition.NameIs) condition).name())
                .findFirst();
    }
}
