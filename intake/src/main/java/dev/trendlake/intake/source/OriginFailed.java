package dev.trendlake.intake.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes of a source can't be had from where it lies. */
public final class OriginFailed extends IOException {
    private static final long serialVersionUID = 1L;

    OriginFailed(Exception cause) {
        super(cause.getMessage(), cause);
    }

    /** Throws it again, when it is behind a failure to unpack. */
    static void rethrow(IOException failure) throws OriginFailed {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OriginFailed origin) {
                throw origin;
            }
        }
    }
}
