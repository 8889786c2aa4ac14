package dev.trendlake.trends;

/** Is told how the work on a request goes. */
public interface Progress {
    /** A stage has ended; the time since the last one ended is its. */
    void done(Stage stage);

    /** The engine is at work: this execution is the request's. */
    void executes(String executionId);
}
