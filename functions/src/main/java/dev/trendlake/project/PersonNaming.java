package dev.trendlake.project;

/** By what people are named in a list. */
public enum PersonNaming {
    /** The lake's own ids of persons. */
    PERSON_ID,
    /** The senders' ids, each of one person. */
    DISTINCT_ID,
    /** The person property {@code email}. */
    EMAIL
}
