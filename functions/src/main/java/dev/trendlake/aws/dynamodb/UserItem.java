package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.Membership;
import dev.trendlake.access.User;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How a user stands with a key, and in the list of users. */
final class UserItem {
    /** The list of all users: a partition of the table of projects. */
    static final String USERS = "users";

    private UserItem() {}

    static User read(Item item) {
        return new User(
                item.number("id"),
                item.text("uuid"),
                item.text("email"),
                item.text("first_name"),
                Membership.named(item.text("membership")).orElse(Membership.MEMBER));
    }

    static Map<String, AttributeValue> attributes(User user) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("id", Values.number(user.id()));
        attributes.put("uuid", Values.text(user.uuid()));
        attributes.put("email", Values.text(user.email()));
        attributes.put("first_name", Values.text(user.firstName()));
        attributes.put("membership", Values.text(user.membership().wireName()));
        return attributes;
    }

    static Map<String, AttributeValue> keyOf(String uuid) {
        return Map.of(ProjectItem.PROJECT, Values.text(USERS), ProjectItem.ITEM, Values.text(uuid));
    }
}
