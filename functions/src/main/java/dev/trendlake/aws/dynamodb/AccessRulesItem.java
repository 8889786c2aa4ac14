package dev.trendlake.aws.dynamodb;

import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.AccessResource;
import dev.trendlake.access.AccessRule;
import dev.trendlake.access.AccessRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How the rules of access in a project stand in the table of projects: one item, in which each rule
 * is an attribute of its own, so that two can be changed at once.
 */
final class AccessRulesItem {
    private static final String PREFIX = "rule#";

    private AccessRulesItem() {}

    static AccessRules read(Item item) {
        List<AccessRule> rules = new ArrayList<>();
        item.attributes()
                .forEach((name, value) -> {
                    if (name.startsWith(PREFIX)) {
                        rules.add(rule(name, new Item(value.m())));
                    }
                });
        return new AccessRules(rules);
    }

    static String nameOf(AccessRule.Subject subject) {
        return PREFIX
                + String.join(
                        "#", subject.resource().wireName(), subject.objectId(), subject.member());
    }

    static AttributeValue valueOf(AccessRule rule) {
        return Values.map(
                Map.of(
                        "level", Values.text(rule.level().wireName()),
                        "created_by", Values.number(rule.createdBy()),
                        "created_at", Values.text(rule.createdAt().toString()),
                        "updated_at", Values.text(rule.updatedAt().toString())));
    }

    private static AccessRule rule(String name, Item value) {
        String[] parts = name.split("#", -1);
        AccessResource resource = AccessResource.named(parts[1]).orElseThrow();
        AccessLevel level = resource.levelNamed(value.text("level")).orElseThrow();
        return new AccessRule(
                new AccessRule.Subject(resource, parts[2], parts[3]),
                level,
                value.number("created_by"),
                Instant.parse(value.text("created_at")),
                Instant.parse(value.text("updated_at")));
    }
}
