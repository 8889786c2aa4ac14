package dev.trendlake.cache;

/**
 * Names a question: equal for two requests exactly when one's rows answer the other.
 *
 * @param projectId whose question it is
 * @param digest the lower-case hex SHA-256 of the normalised question and of the settings it
 *     depends on; after {@code partial#} for the pieces of a question
 */
public record CacheKey(long projectId, String digest) {}
