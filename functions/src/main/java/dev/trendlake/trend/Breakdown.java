package dev.trendlake.trend;

import java.util.List;

/** Into what each series is broken down (spec: trends, 5). */
public sealed interface Breakdown {
    /** Not at all. */
    record None() implements Breakdown {}

    /** By one thing, as {@code breakdown} asks; {@code breakdown_value} is a text. */
    record Single(Dimension dimension) implements Breakdown {}

    /** By one to three things, as {@code breakdowns} asks; {@code breakdown_value} is a list. */
    record Several(List<Dimension> dimensions) implements Breakdown {
        /** Copies the list and checks its size. */
        public Several {
            dimensions = List.copyOf(dimensions);
            if (dimensions.isEmpty() || dimensions.size() > 3) {
                throw new IllegalArgumentException(dimensions.size() + " breakdowns");
            }
        }
    }

    /** By cohorts, in this order; {@link Cohort#allUsers} stands for everybody. */
    record Cohorts(List<Cohort> cohorts, Address address) implements Breakdown {
        /** Copies the list and checks that it holds something. */
        public Cohorts {
            cohorts = List.copyOf(cohorts);
            if (cohorts.isEmpty()) {
                throw new IllegalArgumentException("a breakdown by no cohorts");
            }
        }
    }
}
