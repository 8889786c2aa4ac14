package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.CacheKey;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of the table of results. */
final class ResultKeys {
    private ResultKeys() {}

    static Map<String, AttributeValue> of(CacheKey key) {
        return Map.of(
                "project", Values.text(Long.toString(key.projectId())),
                "query_key", Values.text(key.digest()));
    }
}
