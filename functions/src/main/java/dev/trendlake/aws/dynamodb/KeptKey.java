package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;

/**
 * A key as its table has it.
 *
 * @param hash what is kept in place of the key itself
 * @param key what is known of it
 * @param createdAt when it was made: ISO 8601 to the second in UTC; empty when nobody wrote it down
 * @param lastUsedAt when it was last used, to the hour; empty as long as it wasn't
 */
public record KeptKey(KeyHash hash, ApiKey key, String createdAt, String lastUsedAt) {}
