package dev.trendlake.bench.stack;

import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
import java.util.List;
import java.util.Optional;

/** What questions about the shop's events speak of by number. */
final class ShopDefinitions implements Definitions {
    private static final List<ActionDefinition> ACTIONS =
            List.of(
                    new ActionDefinition(
                            1,
                            "Bought or put aside",
                            """
                            [{"event": "purchase"},
                             {"event": "add to cart", "properties": [
                               {"key": "$browser", "value": "Chrome", "type": "event"}]}]
                            """));
    private static final List<CohortDefinition> COHORTS =
            List.of(
                    cohort(
                            1,
                            "Paying",
                            """
                            {"key": "plan", "value": ["team", "pro"], "type": "person"}
                            """),
                    cohort(
                            2,
                            "Bought since June",
                            """
                            {"key": "purchase", "type": "behavioral", "event_type": "events",
                             "value": "performed_event", "explicit_datetime": "2026-06-01"}
                            """));

    List<ActionDefinition> actions() {
        return ACTIONS;
    }

    List<CohortDefinition> cohorts() {
        return COHORTS;
    }

    @Override
    public Optional<ActionDefinition> action(long id) {
        return ACTIONS.stream().filter(action -> action.id() == id).findFirst();
    }

    @Override
    public Optional<ActionDefinition> actionNamed(String name) {
        return ACTIONS.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    @Override
    public Optional<CohortDefinition> cohort(long id) {
        return COHORTS.stream().filter(cohort -> cohort.id() == id).findFirst();
    }

    @Override
    public Optional<CohortDefinition> cohortNamed(String name) {
        return COHORTS.stream().filter(cohort -> cohort.name().equals(name)).findFirst();
    }

    private static CohortDefinition cohort(long id, String name, String criterion) {
        String filters =
                """
                {"properties": {"type": "OR", "values": [{"type": "AND", "values": [%s]}]}}
                """
                        .formatted(criterion);
        return new CohortDefinition(id, name, false, filters, "[]");
    }
}
