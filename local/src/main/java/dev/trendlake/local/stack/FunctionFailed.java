package dev.trendlake.local.stack;

/** A function ended without an answer. */
public final class FunctionFailed extends Exception {
    private static final long serialVersionUID = 1L;

    /** Takes what became of it. */
    public FunctionFailed(String message) {
        super(message);
    }
}
