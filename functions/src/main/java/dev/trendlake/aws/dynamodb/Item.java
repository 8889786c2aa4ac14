package dev.trendlake.aws.dynamodb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as it came from a table. What an item lacks is empty. */
record Item(Map<String, AttributeValue> attributes) {
    private static final AttributeValue NOTHING = AttributeValue.builder().build();

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    AttributeValue value(String name) {
        return attributes.getOrDefault(name, NOTHING);
    }

    String text(String name) {
        String text = value(name).s();
        return text == null ? "" : text;
    }

    long number(String name) {
        String number = value(name).n();
        return number == null ? 0 : Long.parseLong(number);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(value(name).bool());
    }

    Instant instant(String name, Instant otherwise) {
        String text = text(name);
        return text.isEmpty() ? otherwise : Instant.parse(text);
    }

    List<String> texts(String name) {
        return value(name).l().stream().map(AttributeValue::s).toList();
    }

    Set<String> setOf(String name) {
        return Set.copyOf(value(name).ss());
    }

    List<Long> numbers(String name) {
        return value(name).l().stream().map(value -> Long.valueOf(value.n())).toList();
    }
}
