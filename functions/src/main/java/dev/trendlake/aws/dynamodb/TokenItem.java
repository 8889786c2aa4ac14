package dev.trendlake.aws.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Says whose a token is: an item of its own, in a partition that is named after the token. */
final class TokenItem {
    private static final String PARTITION = "token#";
    private static final String TOKEN = "token";
    private static final String OWNER = "owner";

    private TokenItem() {}

    static Map<String, AttributeValue> keyOf(String token) {
        return Map.of(
                ProjectItem.PROJECT,
                Values.text(PARTITION + token),
                ProjectItem.ITEM,
                Values.text(TOKEN));
    }

    static Map<String, AttributeValue> of(String token, long project) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(keyOf(token));
        item.put(OWNER, Values.number(project));
        return item;
    }

    static long owner(Item item) {
        return item.number(OWNER);
    }
}
