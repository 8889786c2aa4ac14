package dev.trendlake.cache;

import java.time.Instant;
import java.util.Optional;

/** Keeps queries that are asked for again by their ids. */
public interface QueryRecords {
    /**
     * Keeps one, in place of the one with its id.
     *
     * @throws dev.trendlake.error.InvalidRequest when it is too large to be kept
     * @throws dev.trendlake.error.QueryUnavailable when nothing can be kept for now
     */
    void save(QueryRecord query);

    /** The one with an id in a project; empty when there is none, or it has expired at a time. */
    Optional<QueryRecord> find(long project, String id, Instant now);

    /** Forgets the one with an id in a project, if there is one. */
    void remove(long project, String id);
}
