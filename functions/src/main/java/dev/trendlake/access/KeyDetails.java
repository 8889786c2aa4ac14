package dev.trendlake.access;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is shown of a key to its owner, and decides nothing. Times are exact to the second. */
public final class KeyDetails {
    private final String mask;
    private final @Nullable Instant createdAt;
    private final @Nullable Instant lastUsedAt;

    /**
     * Takes the details, null for a time that isn't known.
     *
     * @param mask the key's first and last four characters, {@code phx_...wxyz}; empty when unknown
     */
    public KeyDetails(String mask, @Nullable Instant createdAt, @Nullable Instant lastUsedAt) {
        this.mask = mask;
        this.createdAt = createdAt;
        this.lastUsedAt = lastUsedAt;
    }

    /** Nothing is known. */
    public static KeyDetails unknown() {
        return new KeyDetails("", null, null);
    }

    /** What is shown of a key: {@code phx_...wxyz}. */
    public static String maskOf(String key) {
        return key.length() < 12
                ? ""
                : key.substring(0, 4) + "..." + key.substring(key.length() - 4);
    }

    /** The key's first and last four characters; empty when they aren't known. */
    public String mask() {
        return mask;
    }

    /** When the key was made. */
    public Optional<Instant> createdAt() {
        return Optional.ofNullable(createdAt);
    }

    /** When the key was last used, at most an hour behind the truth. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
