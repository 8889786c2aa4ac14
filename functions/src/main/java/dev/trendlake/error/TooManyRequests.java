package dev.trendlake.error;

import java.time.Duration;

/** The key has asked for as much as it may: 429, {@code throttled}, with {@code Retry-After}. */
public final class TooManyRequests extends ApiException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    /** Takes after how long the key may ask again. */
    public TooManyRequests(Duration retryAfter) {
        super(detail(seconds(retryAfter)));
        this.retryAfter = Duration.ofSeconds(seconds(retryAfter));
    }

    /** After how long the key may ask again, in whole seconds and at least one. */
    public Duration retryAfter() {
        return retryAfter;
    }

    private static String detail(long seconds) {
        return "Request was throttled. Expected available in %d %s."
                .formatted(seconds, seconds == 1 ? "second" : "seconds");
    }

    private static long seconds(Duration duration) {
        return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
    }
}
