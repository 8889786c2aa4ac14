package dev.trendlake.capture;

import org.jspecify.annotations.Nullable;

/** Events were not taken, and may be when they are sent again. */
public final class StreamUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Takes what stood in the way, for the log. */
    public StreamUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
