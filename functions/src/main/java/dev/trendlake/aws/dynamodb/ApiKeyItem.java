package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyHash;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a key stands in its table. */
final class ApiKeyItem {
    static final String KEY = "key_hash";
    static final String ACTIVE = "active";
    static final String CREATED_AT = "created_at";
    static final String LAST_USED_AT = "last_used_at";

    private ApiKeyItem() {}

    static Map<String, AttributeValue> keyOf(KeyHash hash) {
        return Map.of(KEY, Values.text(hash.text()));
    }

    static ApiKey read(Item item) {
        return new ApiKey(
                item.text("id"),
                item.text("label"),
                item.texts("scopes"),
                item.numbers("projects"),
                item.texts("organizations"),
                item.isTrue(ACTIVE));
    }

    static KeptKey kept(Item item) {
        return new KeptKey(
                new KeyHash(item.text(KEY)),
                read(item),
                item.text(CREATED_AT),
                item.text(LAST_USED_AT));
    }

    /** The attributes of a key, but for its times. */
    static Map<String, AttributeValue> attributes(ApiKey key) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("id", Values.text(key.id()));
        attributes.put("label", Values.text(key.label()));
        attributes.put("scopes", Values.texts(key.scopes()));
        attributes.put("projects", Values.numbers(key.projects()));
        attributes.put("organizations", Values.texts(key.organizations()));
        attributes.put(ACTIVE, Values.truth(key.active()));
        return attributes;
    }
}
