package dev.trendlake.intake.load;

/** A line can't become an event; the message says why. */
final class LineRefused extends Exception {
    private static final long serialVersionUID = 1L;

    LineRefused(String reason) {
        super(reason);
    }
}
