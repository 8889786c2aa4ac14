package dev.trendlake.warm;

import dev.trendlake.trends.TrendService.State;

/**
 * What became of one question in a run.
 *
 * @param project the id of the project
 * @param name what it is: {@code insight 3} or {@code asked 1a2b…}
 * @param askings how often it was asked, about
 * @param expected what computing it is expected to cost: as much as the last time
 * @param outcome what was done
 */
public record WarmedQuestion(
        long project, String name, long askings, ComputingCost expected, Outcome outcome) {

    /** What was done about a question. */
    public sealed interface Outcome {
        /** Its answer is as good as one that is computed now. */
        record Fresh() implements Outcome {}

        /** It would be computed: this is a dry run. */
        record WouldCompute(State state) implements Outcome {}

        /**
         * It was computed.
         *
         * @param executions how many executions were started
         * @param bytes how many bytes were read; 0 where others had it computed meanwhile
         */
        record Computed(long executions, long bytes) implements Outcome {}

        /** There was neither budget nor time for it, though it is stale. */
        record Left(String reason) implements Outcome {}

        /**
         * It is being computed still, though nobody waits for it any more.
         *
         * @param executions how many executions were started
         */
        record Running(long executions) implements Outcome {}

        /** Nobody has asked for it for seven days. */
        record NotAsked() implements Outcome {}

        /** It is no question that can be asked any more. */
        record Skipped(String reason) implements Outcome {}

        /**
         * It could not be computed.
         *
         * @param executions how many executions were started
         */
        record Failed(String reason, long executions) implements Outcome {}
    }
}
