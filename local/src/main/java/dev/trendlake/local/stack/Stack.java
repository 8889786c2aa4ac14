package dev.trendlake.local.stack;

/** A local stack in this process. */
public interface Stack extends AutoCloseable {
    /** How to reach it. */
    RunningStack running();

    /**
     * Calls a function as Lambda would: the packaged handler, through the runtime's interface.
     *
     * @param function its logical name in {@code template.yaml}, for example {@code TrendFunction}
     * @param event the payload, JSON
     * @return what the handler answered, JSON
     * @throws FunctionFailed when the handler failed or took longer than its time-out
     */
    String invoke(String function, String event) throws FunctionFailed, InterruptedException;

    /**
     * The function that the gateway calls for a request, by its logical name.
     *
     * @param path the decoded path, beginning with a slash
     * @throws IllegalArgumentException when no route takes the request
     */
    String functionOf(String method, String path);

    @Override
    void close();
}
