package dev.trendlake.trend;

import java.time.Instant;
import java.util.List;

/** Which events count (spec: trends, 4). */
public sealed interface PropertyFilter {
    /** Every one of these holds; without any, always true. */
    record All(List<PropertyFilter> filters) implements PropertyFilter {
        /** Copies the list. */
        public All {
            filters = List.copyOf(filters);
        }
    }

    /** At least one of these holds; without any, always true, as PostHog has it (4.4). */
    record Any(List<PropertyFilter> filters) implements PropertyFilter {
        /** Copies the list. */
        public Any {
            filters = List.copyOf(filters);
        }
    }

    /** A property compared with a value. */
    record Condition(Property property, Operator operator, FilterValue value, Address address)
            implements PropertyFilter {}

    /**
     * A property compared with an instant: {@code is_date_exact}, {@code is_date_before}, {@code
     * is_date_after}, with the value already resolved against "now" and the project's zone (4.3).
     *
     * @param asked the caller's words, where they are relative to "now"; empty otherwise
     */
    record DateCondition(
            Property property, Operator operator, Instant instant, String asked, Address address)
            implements PropertyFilter {}

    /** The event's person is in a cohort, or is not. */
    record InCohort(Cohort cohort, boolean negated, Address address) implements PropertyFilter {}

    /** A HogQL expression is true. */
    record HogQlHolds(HogQlText text, Address address) implements PropertyFilter {}

    /** Always true: nothing is filtered. */
    static PropertyFilter everything() {
        return new All(List.of());
    }
}
