package dev.trendlake.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cohort with all that the API shows of it.
 *
 * @param members how many members a static cohort has; null where nobody counted them, as for a
 *     cohort of criteria
 * @param countedAt since when it has as many; null where nobody counted them
 */
public record SavedCohort(
        CohortDefinition definition,
        Details details,
        @Nullable Integer members,
        @Nullable Instant countedAt)
        implements SavedDefinition {
    @Override
    public long id() {
        return definition.id();
    }

    @Override
    public String name() {
        return definition.name();
    }

    /** The same under a number. */
    public SavedCohort numbered(long id) {
        return new SavedCohort(
                new CohortDefinition(
                        id,
                        definition.name(),
                        definition.isStatic(),
                        definition.filters(),
                        definition.groups()),
                details,
                members,
                countedAt);
    }

    /** The same, deleted or not. */
    public SavedCohort deleted(boolean isDeleted) {
        return new SavedCohort(definition, details.deleted(isDeleted), members, countedAt);
    }
}
