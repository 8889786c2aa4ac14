package dev.trendlake.engine;

/**
 * The deadline passed while the engine was at work, or the engine takes no questions for now; the
 * execution goes on.
 */
public final class StillRunning extends Exception {
    private static final long serialVersionUID = 1L;

    private final String executionId;

    /** Takes the execution that goes on. */
    public StillRunning(String executionId) {
        super("execution " + executionId + " is still running");
        this.executionId = executionId;
    }

    /** The execution that goes on. */
    public String executionId() {
        return executionId;
    }
}
