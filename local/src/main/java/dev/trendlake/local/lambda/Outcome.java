package dev.trendlake.local.lambda;

/** What became of an invocation. The payloads are JSON, at most 6 MB. */
public sealed interface Outcome {
    /** What the caller gets. */
    String payload();

    /** The function answered. */
    record Answer(String payload) implements Outcome {}

    /**
     * The function failed, was ended, or never started.
     *
     * @param payload Lambda's error object: {@code errorType}, {@code errorMessage} and what the
     *     runtime added
     */
    record Failure(String payload) implements Outcome {}
}
