package dev.trendlake.access;

/**
 * Who asks about no project in particular.
 *
 * @param key what is known of the key
 * @param details what is shown of it
 */
public record KeyHolder(ApiKey key, KeyDetails details) {}
