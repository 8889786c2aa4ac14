package dev.trendlake.project;

import java.util.List;
import java.util.Optional;

/**
 * The actions of projects, or their cohorts, as the API shows and changes them.
 *
 * @param <T> which of both
 */
public interface SavedDefinitions<T extends SavedDefinition> {
    /** The one with a number, also when it was deleted. */
    Optional<T> find(long project, long id);

    /** All that were not deleted, in no order. */
    List<T> all(long project);

    /**
     * Keeps a new one under a number that none ever had.
     *
     * @param fresh its own number says nothing
     */
    T create(long project, T fresh);

    /**
     * Keeps a changed one.
     *
     * @param changed as it was found, but for what changes
     * @return as it is now; empty when it was changed otherwise since it was found
     */
    Optional<T> replace(long project, T changed);
}
