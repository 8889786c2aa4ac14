package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.ApiKey;
import dev.trendlake.access.KeyDetails;
import dev.trendlake.access.KeyHash;
import dev.trendlake.access.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a key stands in its table. */
final class ApiKeyItem {
    static final String KEY = "key_hash";
    static final String CREATED_AT = "created_at";
    static final String LAST_USED_AT = "last_used_at";
    static final String MASK = "mask";
    private static final String USER = "user";

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
                item.isTrue("active"),
                user(item));
    }

    /** What is shown of a key besides. */
    static KeyDetails details(Item item) {
        return new KeyDetails(item.text(MASK), time(item, CREATED_AT), time(item, LAST_USED_AT));
    }

    private static @Nullable Instant time(Item item, String name) {
        return item.has(name) ? Instant.parse(item.text(name)) : null;
    }

    // A key that was made for nobody in particular stands for a user of its own.
    private static User user(Item item) {
        if (!item.has(USER)) {
            return User.ofKey(item.text("id"), item.text("label"));
        }
        return UserItem.read(new Item(item.value(USER).m()));
    }

    /** The attributes of a key, but for its times. */
    static Map<String, AttributeValue> attributes(ApiKey key) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("id", Values.text(key.id()));
        attributes.put("label", Values.text(key.label()));
        attributes.put("scopes", Values.texts(key.scopes()));
        attributes.put("projects", Values.numbers(key.projects()));
        attributes.put("organizations", Values.texts(key.organizations()));
        attributes.put("active", Values.truth(key.active()));
        attributes.put(USER, Values.map(UserItem.attributes(key.user())));
        return attributes;
    }
}
