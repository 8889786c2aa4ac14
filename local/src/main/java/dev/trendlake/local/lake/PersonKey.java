package dev.trendlake.local.lake;

import io.airlift.slice.Slices;
import io.airlift.slice.XxHash64;

/**
 * The number that people are counted by: what the engine calls {@code
 * from_big_endian_64(xxhash64(to_utf8(person_id)))}.
 */
public final class PersonKey {
    private PersonKey() {}

    /** The key of a person's id. */
    public static long of(String personId) {
        return XxHash64.hash(Slices.utf8Slice(personId));
    }
}
