package dev.trendlake.project;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a project would define with one action or cohort changed. */
public final class ChangedDefinitions implements Definitions {
    private final Definitions others;
    private final @Nullable ActionDefinition action;
    private final @Nullable CohortDefinition cohort;

    private ChangedDefinitions(
            Definitions others,
            @Nullable ActionDefinition action,
            @Nullable CohortDefinition cohort) {
        this.others = others;
        this.action = action;
        this.cohort = cohort;
    }

    /** With an action in place of the one with its number. */
    public static Definitions with(ActionDefinition action, Definitions others) {
        return new ChangedDefinitions(others, action, null);
    }

    /** With a cohort in place of the one with its number. */
    public static Definitions with(CohortDefinition cohort, Definitions others) {
        return new ChangedDefinitions(others, null, cohort);
    }

    @Override
    public Optional<ActionDefinition> action(long id) {
        return changedAction().filter(changed -> changed.id() == id).or(() -> others.action(id));
    }

    @Override
    public Optional<ActionDefinition> actionNamed(String name) {
        Stream<ActionDefinition> changed =
                changedAction().filter(found -> found.name().equals(name)).stream();
        return Stream.concat(changed, others.actionNamed(name).stream())
                .min(Comparator.comparingLong(ActionDefinition::id));
    }

    @Override
    public Optional<CohortDefinition> cohort(long id) {
        return changedCohort().filter(changed -> changed.id() == id).or(() -> others.cohort(id));
    }

    @Override
    public Optional<CohortDefinition> cohortNamed(String name) {
        Stream<CohortDefinition> changed =
                changedCohort().filter(found -> found.name().equals(name)).stream();
        return Stream.concat(changed, others.cohortNamed(name).stream())
                .min(Comparator.comparingLong(CohortDefinition::id));
    }

    private Optional<ActionDefinition> changedAction() {
        return Optional.ofNullable(action);
    }

    private Optional<CohortDefinition> changedCohort() {
        return Optional.ofNullable(cohort);
    }
}
