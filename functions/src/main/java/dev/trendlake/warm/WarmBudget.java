package dev.trendlake.warm;

/**
 * What one run may spend. Not safe for use by several threads.
 *
 * <p>An execution is only started while the bytes that were read and those that it is expected to
 * read are within the budget: what the last one read decides, and a question of unknown cost may
 * exceed it once.
 */
public final class WarmBudget {
    private final long executions;
    private final long bytes;
    private long started;
    private long read;

    /**
     * Takes the limits.
     *
     * @param executions how many executions may be started
     * @param bytes how many bytes they may read together
     */
    public WarmBudget(long executions, long bytes) {
        if (executions < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    "a budget of %d executions, %d bytes".formatted(executions, bytes));
        }
        this.executions = executions;
        this.bytes = bytes;
    }

    /** Why nothing of a cost can be computed any more; empty when it can. */
    String exhausted(ComputingCost expected) {
        if (started >= executions) {
            return "the budget of %d executions is spent".formatted(executions);
        }
        if (read + expected.bytes() > bytes || read >= bytes) {
            return "it would exceed the budget of %d bytes".formatted(bytes);
        }
        return "";
    }

    /** An execution is started. */
    void start() {
        if (started >= executions) {
            throw new BudgetSpent();
        }
        started++;
    }

    /** An execution has read this many bytes. */
    void read(long scanned) {
        read += scanned;
    }

    long started() {
        return started;
    }

    /** An execution that was lost can't be started again. */
    static final class BudgetSpent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BudgetSpent() {
            super("the budget of executions is spent");
        }
    }
}
