package dev.trendlake.access;

import java.time.Instant;
import java.util.List;

/** Finds the key and the project of a request together, in one round trip. */
public interface Admissions {
    /**
     * Looks both up, and what the key has asked for of late.
     *
     * @param now when the request was made
     * @throws dev.trendlake.error.QueryUnavailable when the store can't be asked for now
     */
    Admission find(KeyHash key, long projectId, Instant now);

    /** Looks up a key alone, for a request whose project can't exist, or that is about none. */
    Admission find(KeyHash key);

    /** All projects, by their numbers. */
    List<RuledProject> projects();
}
