package dev.trendlake.trends;

import dev.trendlake.cache.CacheEntry;
import dev.trendlake.cache.CacheKey;
import dev.trendlake.cache.Claim;
import dev.trendlake.cache.ResultCache;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A cache in a map, for one caller at a time. */
public final class MapCache implements ResultCache {
    private final Map<CacheKey, CacheEntry> entries = new HashMap<>();
    private final Map<CacheKey, String> owners = new HashMap<>();

    @Override
    public CacheEntry find(CacheKey key, Instant now) {
        return entries.getOrDefault(key, CacheEntry.nothing());
    }

    @Override
    public CacheEntry.Flight claim(CacheKey key, Claim claim) {
        CacheEntry entry = find(key, claim.at());
        if (!(entry.flight() instanceof CacheEntry.Flight.None)
                && !claim.lost().equals(owners.get(key))) {
            return entry.flight();
        }
        owners.put(key, claim.owner());
        entries.put(key, new CacheEntry(entry.known(), new CacheEntry.Flight.Claimed(claim.at())));
        return new CacheEntry.Flight.None();
    }

    @Override
    public void tell(CacheKey key, String owner, CacheEntry.Flight.Running running, Instant until) {
        owners.put(key, running.executionId());
        entries.put(key, new CacheEntry(find(key, until).known(), running));
    }

    @Override
    public void release(CacheKey key, String ownerOrExecution) {
        entries.computeIfPresent(
                key, (_, entry) -> new CacheEntry(entry.known(), new CacheEntry.Flight.None()));
    }

    @Override
    public void keep(
            CacheKey key, String executionId, CacheEntry.Known.Kept rows, Instant expiresAt) {
        entries.put(key, new CacheEntry(rows, new CacheEntry.Flight.None()));
    }
}
