package dev.trendlake.error;

import java.time.Duration;

/** The answer isn't there in time, but may be soon: 503 with {@code Retry-After}. */
public final class QueryUnavailable extends ApiException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** Takes the sentence that the caller reads, and when to ask again (whole seconds). */
    public QueryUnavailable(String detail, Duration retryAfter) {
        super(detail);
        this.retryAfter = retryAfter;
    }

    /** Takes what stood in the way besides, for the log. */
    public QueryUnavailable(String detail, Duration retryAfter, Throwable cause) {
        super(detail, cause);
        this.retryAfter = retryAfter;
    }

    /** When to ask again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
