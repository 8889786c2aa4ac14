package dev.trendlake.request;

import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A project with an action 1 and cohorts 1 and 2, and what a test adds; quotes are single ones. */
final class SampleDefinitions implements Definitions {
    private final List<ActionDefinition> actions = new ArrayList<>();
    private final List<CohortDefinition> cohorts = new ArrayList<>();

    SampleDefinitions() {
        action(1, "[{'event': 'sign up'}]");
        for (int id = 1; id <= 2; id++) {
            cohort(id, "[{'key': 'name', 'value': 'p%d', 'type': 'person'}]".formatted(id));
        }
    }

    SampleDefinitions action(long id, String steps) {
        actions.addFirst(new ActionDefinition(id, "action " + id, quoted(steps)));
        return this;
    }

    /** A cohort of people who meet all of some properties. */
    SampleDefinitions cohort(long id, String properties) {
        String filters = "{'properties': {'type': 'AND', 'values': " + properties + "}}";
        return add(new CohortDefinition(id, "cohort " + id, false, quoted(filters), "[]"));
    }

    SampleDefinitions add(CohortDefinition cohort) {
        cohorts.addFirst(cohort);
        return this;
    }

    @Override
    public Optional<ActionDefinition> action(long id) {
        return actions.stream().filter(action -> action.id() == id).findFirst();
    }

    @Override
    public Optional<ActionDefinition> actionNamed(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    @Override
    public Optional<CohortDefinition> cohort(long id) {
        return cohorts.stream().filter(cohort -> cohort.id() == id).findFirst();
    }

    @Override
    public Optional<CohortDefinition> cohortNamed(String name) {
        return cohorts.stream().filter(cohort -> cohort.name().equals(name)).findFirst();
    }

    static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
