package dev.trendlake.cache;

import java.time.Instant;

/** Keeps the rows of questions; a cache that can't be reached is as good as an empty one. */
public interface ResultCache {
    /**
     * What is known of a question. An entry whose expiry has passed at {@code now} is not found,
     * whether or not the store has removed it.
     */
    CacheEntry find(CacheKey key, Instant now);

    /** Keeps what is known of a question until {@code expiresAt}, in place of what was. */
    void keep(CacheKey key, CacheEntry entry, Instant expiresAt);
}
