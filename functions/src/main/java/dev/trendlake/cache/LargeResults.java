package dev.trendlake.cache;

import java.util.Optional;

/** Keeps what is too large for the cache itself. */
public interface LargeResults {
    /** Keeps bytes under a name that nothing was kept under before. */
    void keep(String name, byte[] content);

    /** What was kept under a name; empty when it is gone. */
    Optional<byte[]> find(String name);
}
