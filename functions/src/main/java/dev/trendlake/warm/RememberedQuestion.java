package dev.trendlake.warm;

import java.time.Instant;

/**
 * A question that is being asked.
 *
 * @param question what is asked
 * @param askings how often it was asked, about
 * @param lastAsked when it was last noted
 * @param cost what its last computation cost
 */
public record RememberedQuestion(
        AskedQuestion question, long askings, Instant lastAsked, ComputingCost cost) {}
