package dev.trendlake.trend;

/**
 * One series of a question.
 *
 * @param entity what is counted
 * @param aggregation what is computed of it
 * @param filter which of its events count, besides the question's own filter
 * @param naming what the answer repeats of it; says nothing about what is asked
 * @param address where it stood in the request
 */
public record Series(
        Entity entity,
        Aggregation aggregation,
        PropertyFilter filter,
        SeriesNaming naming,
        Address address) {}
