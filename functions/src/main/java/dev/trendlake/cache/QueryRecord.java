package dev.trendlake.cache;

import java.time.Instant;

/**
 * A query that somebody asks for again by its id.
 *
 * @param id names it in its project
 * @param key the question
 * @param request the body that asked it, as JSON
 * @param askedAt when it was asked: the "now" of its relative dates
 * @param since rows that were computed from this time on answer it
 * @param expiresAt until when it can be asked for
 * @param failure what it ended with, if it failed
 */
public record QueryRecord(
        String id,
        CacheKey key,
        String request,
        Instant askedAt,
        Instant since,
        Instant expiresAt,
        Failure failure) {
    /** The same, failed. */
    public QueryRecord failed(Failure how) {
        return new QueryRecord(id, key, request, askedAt, since, expiresAt, how);
    }

    /**
     * What a query ended with.
     *
     * @param status the HTTP status that its caller is answered; 0 when it has not failed
     * @param message the sentence that its caller may read
     */
    public record Failure(int status, String message) {
        /** It has not failed. */
        public static Failure none() {
            return new Failure(0, "");
        }

        /** Whether it has failed. */
        public boolean hasFailed() {
            return status != 0;
        }
    }
}
