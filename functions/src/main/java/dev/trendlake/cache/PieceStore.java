package dev.trendlake.cache;

import java.time.Instant;

/** Keeps the pieces of questions; one that can't be reached is as good as an empty one. */
public interface PieceStore {
    /**
     * The pieces of a question without its range; none when there are none, or they have expired.
     */
    KeptPieces find(CacheKey shape, Instant now);

    /**
     * Keeps the pieces of a question until a time, in place of those that were found.
     *
     * @return false when others were kept since they were found: nothing is kept then
     */
    boolean replace(CacheKey shape, KeptPieces found, Pieces pieces, Instant expiresAt);
}
