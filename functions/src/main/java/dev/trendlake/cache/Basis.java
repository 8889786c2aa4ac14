package dev.trendlake.cache;

import dev.trendlake.project.LakeReach;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * What rows were computed from. They are exact as long as the same reach has the same digest.
 *
 * @param reach which part of the lake
 * @param digest of the versions that it had before they were computed; empty when those weren't
 *     known
 */
public record Basis(LakeReach reach, String digest) {
    /** Whether rows of this basis are what would be computed now. */
    public boolean holdsIn(LakeState lake) {
        return !digest.isEmpty() && lake.knows(reach) && digest.equals(lake.digest(reach));
    }

    /** The basis of rows of which nothing is known but the time. */
    public static Basis unknown(Instant time) {
        LocalDate day = time.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Basis(new LakeReach(day, day, Set.of(), false), "");
    }
}
