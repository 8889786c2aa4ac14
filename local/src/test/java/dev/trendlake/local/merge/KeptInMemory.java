package dev.trendlake.local.merge;

import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.Claim;
import dev.trendlake.cache.ResultCache;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Results in memory, for one caller at a time. */
final class KeptInMemory implements ResultCache {
    private final Map<CacheKey, CacheEntry> entries = new HashMap<>();

    @Override
    public CacheEntry find(CacheKey key, Instant now) {
        return entries.getOrDefault(key, CacheEntry.nothing());
    }

    @Override
    public CacheEntry.Flight claim(CacheKey key, Claim claim) {
        return new CacheEntry.Flight.None();
    }

    @Override
    public void tell(CacheKey key, String owner, CacheEntry.Flight.Running run, Instant until) {}

    @Override
    public void release(CacheKey key, String ownerOrExecution) {}

    @Override
    public void keep(CacheKey key, String execution, CacheEntry.Known.Kept rows, Instant until) {
        entries.put(key, new CacheEntry(rows, new CacheEntry.Flight.None()));
    }
}
