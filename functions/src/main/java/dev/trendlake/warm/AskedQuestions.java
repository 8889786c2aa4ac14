package dev.trendlake.warm;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which questions are asked, for {@link #REMEMBERED} after the last time. What can't be
 * remembered is no reason for an answer to fail.
 */
public interface AskedQuestions {
    /** How long a question is remembered that nobody asks any more. */
    Duration REMEMBERED = Duration.ofDays(7);

    /**
     * Notes that a question was asked.
     *
     * @param askings how often since it was last noted
     * @param cost what computing it has cost; empty when it was not computed
     */
    void note(
            long project,
            AskedQuestion question,
            Instant now,
            long askings,
            Optional<ComputingCost> cost);

    /**
     * The questions about a project that are remembered at a time, in no order.
     *
     * @throws dev.trendlake.error.QueryUnavailable when they can't be read for now
     */
    List<RememberedQuestion> of(long project, Instant now);

    /** Remembers nothing. */
    static AskedQuestions none() {
        return new AskedQuestions() {
            @Override
            public void note(
                    long project,
                    AskedQuestion question,
                    Instant now,
                    long askings,
                    Optional<ComputingCost> cost) {}

            @Override
            public List<RememberedQuestion> of(long project, Instant now) {
                return List.of();
            }
        };
    }
}
