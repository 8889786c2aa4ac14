package dev.trendlake.intake.load;

/** A row can't become an event or a person; the message says why. */
public final class LineRefused extends Exception {
    private static final long serialVersionUID = 1L;

    LineRefused(String reason) {
        super(reason);
    }

    // It says what is wrong with a row, not where in our code that was seen.
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
