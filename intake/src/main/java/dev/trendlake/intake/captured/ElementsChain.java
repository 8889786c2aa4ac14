package dev.trendlake.intake.captured;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The elements of a click as one text, the innermost first: as PostHog writes {@code $elements}.
 */
final class ElementsChain {
    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_ADDRESS = 2_048;

    private ElementsChain() {}

    static String of(JsonNode elements) {
        return StreamSupport.stream(elements.spliterator(), false)
                .map(ElementsChain::element)
                .collect(Collectors.joining(";"));
    }

    private static String element(JsonNode element) {
        String classes =
                classes(element.path("attr__class")).stream()
                        .sorted()
                        .map(name -> "." + name.replace("\"", ""))
                        .collect(Collectors.joining());
        String attributes =
                attributes(element).entrySet().stream()
                        .map(entry ->
                                "%s=\"%s\""
                                        .formatted(
                                                escaped(entry.getKey()), escaped(entry.getValue())))
                        .collect(Collectors.joining());
        return element.path("tag_name").asText("") + classes + ":" + attributes;
    }

    private static SortedMap<String, String> attributes(JsonNode element) {
        SortedMap<String, String> attributes = new TreeMap<>();
        put(attributes, "text", element.path("$el_text"), LONGEST_TEXT);
        put(attributes, "href", element.path("attr__href"), LONGEST_ADDRESS);
        put(attributes, "attr_id", element.path("attr__id"), Integer.MAX_VALUE);
        attributes.put("nth-child", element.path("nth_child").asText("0"));
        attributes.put("nth-of-type", element.path("nth_of_type").asText("0"));
        element.properties().stream()
                .filter(member -> member.getKey().startsWith("attr__"))
                .forEach(member -> attributes.put(member.getKey(), text(member.getValue())));
        return attributes;
    }

    private static void put(
            SortedMap<String, String> attributes, String name, JsonNode value, int longest) {
        String text = text(value);
        if (!text.isEmpty()) {
            attributes.put(name, text.substring(0, Math.min(text.length(), longest)));
        }
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText("");
    }

    private static List<String> classes(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList();
        }
        String text = value.asText("");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static String escaped(String text) {
        return text.replace("\"", "\\\"");
    }
}
