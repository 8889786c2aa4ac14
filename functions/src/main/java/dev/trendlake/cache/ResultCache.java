package dev.trendlake.cache;

import java.time.Instant;

/** Keeps the rows of questions; a cache that can't be reached is as good as an empty one. */
public interface ResultCache {
    /**
     * What is known of a question. What has expired at {@code now} is not found, whether or not the
     * store has removed it.
     */
    CacheEntry find(CacheKey key, Instant now);

    /**
     * Gives one of all who wish it the right to compute a question.
     *
     * @return the computation that is in the way; none when the right is given to this one
     */
    CacheEntry.Flight claim(CacheKey key, Claim claim);

    /**
     * Tells all who ask that the owner of a claim has started an execution.
     *
     * @param until when nobody will want its rows any more
     */
    void tell(CacheKey key, String owner, CacheEntry.Flight.Running running, Instant until);

    /** Gives up a claim, or an execution that gave no rows, so that the next one may start anew. */
    void release(CacheKey key, String ownerOrExecution);

    /**
     * Keeps the rows of a question until {@code expiresAt}, unless later ones are kept already. The
     * computation that gave them is over with it; another one that was started since goes on.
     *
     * @param executionId the execution that gave the rows
     */
    void keep(CacheKey key, String executionId, CacheEntry.Known.Kept rows, Instant expiresAt);
}
