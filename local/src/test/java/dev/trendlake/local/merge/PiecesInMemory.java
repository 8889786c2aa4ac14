package dev.trendlake.local.merge;

import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.PieceStore;
import dev.trendlake.cache.Pieces;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Pieces in memory, for one caller at a time. */
final class PiecesInMemory implements PieceStore {
    private final Map<CacheKey, Pieces> pieces = new HashMap<>();

    @Override
    public Pieces find(CacheKey shape, Instant now) {
        return pieces.getOrDefault(shape, Pieces.none());
    }

    @Override
    public void keep(CacheKey shape, Pieces kept, Instant expiresAt) {
        pieces.put(shape, kept);
    }
}
