package dev.trendlake.function;

import dev.trendlake.engine.Deadline;

/**
 * One call of a function by Lambda.
 *
 * @param id Lambda's id of it; a call that Lambda repeats keeps its id
 * @param deadline until when it has to be answered
 */
public record Invocation(String id, Deadline deadline) {}
