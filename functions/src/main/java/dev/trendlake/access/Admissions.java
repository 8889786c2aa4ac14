package dev.trendlake.access;

/** Finds the key and the project of a request together, in one round trip. */
public interface Admissions {
    /**
     * Looks both up.
     *
     * @throws dev.trendlake.error.QueryUnavailable when the store can't be asked for now
     */
    Admission find(KeyHash key, long projectId);

    /** Looks up a key alone, for a request whose project can't exist. */
    Admission find(KeyHash key);
}
