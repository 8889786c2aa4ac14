package dev.trendlake.trend;

import java.time.Instant;
import java.util.List;

/**
 * What a dynamic cohort asks of a person (spec: actions and cohorts, 3). Windows are instants: from
 * the first, included, to the second, excluded.
 */
public sealed interface CohortCriterion {
    /** Every one of these is met; at least one. */
    record AllOf(List<CohortCriterion> criteria) implements CohortCriterion {
        /** Copies the list and checks that it holds something. */
        public AllOf {
            criteria = List.copyOf(criteria);
            if (criteria.isEmpty()) {
                throw new IllegalArgumentException("all of no criteria");
            }
        }
    }

    /** At least one of these is met; at least one. */
    record AnyOf(List<CohortCriterion> criteria) implements CohortCriterion {
        /** Copies the list and checks that it holds something. */
        public AnyOf {
            criteria = List.copyOf(criteria);
            if (criteria.isEmpty()) {
                throw new IllegalArgumentException("any of no criteria");
            }
        }
    }

    /** The criterion is not met. */
    record Not(CohortCriterion criterion) implements CohortCriterion {}

    /** The person's present properties meet a condition. */
    record PersonMeets(PropertyFilter filter) implements CohortCriterion {}

    /** The person is in another cohort. */
    record MemberOf(Cohort cohort) implements CohortCriterion {}

    /** What somebody did: events of an entity that meet a filter. */
    record Deed(Entity entity, PropertyFilter filter) {}

    /** From when, included, to when, excluded. */
    record Window(Instant from, Instant to) {}

    /**
     * The deed was done in the window, so many times that {@code times operator count} holds, and
     * at least once.
     */
    record Performed(Deed deed, Window window, Operator operator, long count)
            implements CohortCriterion {}

    /** The first such deed ever is in the window. */
    record PerformedFirst(Deed deed, Window window) implements CohortCriterion {}

    /** The deed was done in the window, and the other one after it, within so many seconds. */
    record PerformedInSequence(Deed deed, Window window, Deed next, long withinSeconds)
            implements CohortCriterion {}

    /**
     * In at least {@code atLeast} of the windows the deed was done so many times that {@code times
     * operator count} holds.
     */
    record PerformedRegularly(
            Deed deed, List<Window> windows, long atLeast, Operator operator, long count)
            implements CohortCriterion {
        /** Copies the list. */
        public PerformedRegularly {
            windows = List.copyOf(windows);
        }
    }

    /** The deed was done in the first window, and not in the second. */
    record Stopped(Deed deed, Window did, Window didNot) implements CohortCriterion {}

    /** The deed was done in the last window and before {@code pause}, and not in it. */
    record Restarted(Deed deed, Window pause, Window again) implements CohortCriterion {}
}
