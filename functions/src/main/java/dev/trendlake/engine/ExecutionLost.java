package dev.trendlake.engine;

/**
 * An execution that was started earlier is gone, failed or was cancelled: it must be started again.
 */
public final class ExecutionLost extends Exception {
    private static final long serialVersionUID = 1L;

    /** Takes what became of it. */
    public ExecutionLost(String message) {
        super(message);
    }
}
