package dev.trendlake.intake.load;

/** A load ended without anything being taken for good; the message is for whoever asked for it. */
public final class LoadFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** Takes what is wrong. */
    public LoadFailed(String message) {
        super(message);
    }

    /** Takes what is wrong, and what led to it. */
    public LoadFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
