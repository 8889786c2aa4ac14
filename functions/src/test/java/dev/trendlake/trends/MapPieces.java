package dev.trendlake.trends;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.PieceStore;
import dev.trendlake.cache.Pieces;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Pieces in memory. */
public final class MapPieces implements PieceStore {
    private final Map<CacheKey, Pieces> kept = new ConcurrentHashMap<>();

    @Override
    public Pieces find(CacheKey shape, Instant now) {
        return kept.getOrDefault(shape, Pieces.none());
    }

    @Override
    public void keep(CacheKey shape, Pieces pieces, Instant expiresAt) {
        kept.put(shape, pieces);
    }
}
