package dev.trendlake.error;

import org.jspecify.annotations.Nullable;

/** The inside is to blame: 500. The message goes to the log whole and never to the caller. */
public final class QueryFailed extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Takes what went wrong, for the log. */
    public QueryFailed(String message) {
        super(message);
    }

    /** Takes what went wrong and why, for the log. */
    public QueryFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
