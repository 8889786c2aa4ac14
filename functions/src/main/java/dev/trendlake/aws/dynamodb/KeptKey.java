package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyDetails;
import dev.trendlake.access.KeyHash;

/**
 * A key as its table has it.
 *
 * @param hash what is kept in place of the key itself
 * @param key what is known of it
 * @param details what is shown of it besides
 */
public record KeptKey(KeyHash hash, ApiKey key, KeyDetails details) {}
