package dev.trendlake.local.conformance;

/**
 * A case, or a list about cases, that can't be run as it is written; the message names the place.
 */
public final class InvalidCase extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidCase(String message) {
        super(message);
    }
}
