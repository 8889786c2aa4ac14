package dev.trendlake.project;

import java.util.Optional;

/** Finds what a project defines beside its settings. */
public interface Definitions {
    /** The action with this number; empty when the project has none, or it was deleted. */
    Optional<ActionDefinition> action(long id);

    /** The action with this name; of several the one with the lowest number. */
    Optional<ActionDefinition> actionNamed(String name);

    /** The cohort with this number; empty when the project has none, or it was deleted. */
    Optional<CohortDefinition> cohort(long id);

    /** The cohort with this name; of several the one with the lowest number. */
    Optional<CohortDefinition> cohortNamed(String name);

    /** Of a project that defines nothing. */
    static Definitions none() {
        return new Definitions() {
            @Override
            public Optional<ActionDefinition> action(long id) {
                return Optional.empty();
            }

            @Override
            public Optional<ActionDefinition> actionNamed(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<CohortDefinition> cohort(long id) {
                return Optional.empty();
            }

            @Override
            public Optional<CohortDefinition> cohortNamed(String name) {
                return Optional.empty();
            }
        };
    }
}
