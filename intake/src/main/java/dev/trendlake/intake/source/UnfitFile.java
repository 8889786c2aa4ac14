package dev.trendlake.intake.source;

/** A file has not the columns that are wanted; the message says what is wrong with them. */
final class UnfitFile extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitFile(String reason) {
        super(reason);
    }
}
