package dev.trendlake.hogql;

import dev.trendlake.error.InvalidRequest;

/** An expression that can't be answered: its caller is to blame, and reads the message. */
public final class HogQlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * @param message a sentence for the caller
     * @param position where in the expression, counted from 0
     */
    public HogQlException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** Where in the expression, counted from 0. */
    public int position() {
        return position;
    }

    /** The same as a refusal of the request: as PostHog has it, it names no field. */
    public InvalidRequest asRefusal() {
        return new InvalidRequest("", String.valueOf(getMessage()));
    }
}
