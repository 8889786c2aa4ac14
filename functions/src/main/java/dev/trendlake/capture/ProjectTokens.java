package dev.trendlake.capture;

import java.util.OptionalLong;

/** Knows whose a token is. */
@FunctionalInterface
public interface ProjectTokens {
    /**
     * The project whose events are sent with a token; empty when there is none.
     *
     * @throws dev.trendlake.error.QueryUnavailable when that can't be found out now
     */
    OptionalLong projectOf(String token);
}
