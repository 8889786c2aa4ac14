package dev.trendlake.local.conformance;

/** What became of a request. */
public sealed interface Outcome {
    /** Which request it was. */
    RequestName name();

    /** It was answered as it must be. */
    record Passed(RequestName name) implements Outcome {}

    /**
     * It was not.
     *
     * @param reason the first difference, or why there was no answer
     */
    record Failed(RequestName name, String reason) implements Outcome {
        @Override
        public String toString() {
            return name + ": " + reason;
        }
    }
}
