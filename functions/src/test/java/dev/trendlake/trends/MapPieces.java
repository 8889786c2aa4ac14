package dev.trendlake.trends;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.KeptPieces;
import dev.trendlake.cache.PieceStore;
import dev.trendlake.cache.Pieces;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pieces in memory. */
public final class MapPieces implements PieceStore {
    private final Map<CacheKey, KeptPieces> kept = new ConcurrentHashMap<>();
    private int states;

    @Override
    public KeptPieces find(CacheKey shape, Instant now) {
        return kept.getOrDefault(shape, KeptPieces.none());
    }

    @Override
    public synchronized boolean replace(
            CacheKey shape, KeptPieces found, Pieces pieces, Instant expiresAt) {
        if (!find(shape, expiresAt).stamp().equals(found.stamp())) {
            return false;
        }
        kept.put(shape, new KeptPieces(pieces, "state " + ++states));
        return true;
    }
}
