package dev.trendlake.cache;

import java.time.Instant;

/**
 * The wish to compute a question.
 *
 * @param owner names who wishes it
 * @param at when
 * @param until when the claim falls to others, if no execution was told of by then
 * @param lost an execution that gave no rows, in whose place another one is wished; empty for none
 */
public record Claim(String owner, Instant at, Instant until, String lost) {}
