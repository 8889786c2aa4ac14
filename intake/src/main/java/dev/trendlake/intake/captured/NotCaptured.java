package dev.trendlake.intake.captured;

/** A line of captured events can't become an event; the message says why. */
public final class NotCaptured extends Exception {
    private static final long serialVersionUID = 1L;

    NotCaptured(String reason) {
        super(reason);
    }
}
