package dev.trendlake.plan;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a selector as a regular expression over the chain of elements (spec: actions and cohorts,
 * 2.1 and 2.2). It stays within what RE2 and the engine's own dialect have in common.
 */
final class SelectorPattern {
    private static final String CHARACTER = "(?:[^;\"]|\"(?:[^\"\\\\]|\\\\.)*\")";
    private static final String SOMETHING = CHARACTER + "*?";
    private static final String REST = CHARACTER + "*";
    private static final String ANY_TAG = "[^;.:\"]*";
    private static final String AFTER_TAG = "(?:[.:]" + SOMETHING + ")?";
    private static final String SPECIAL = "\\.+*?()[]{}^$|";

    // Every other attribute of the page stands in the chain as attr__name.
    private static final Set<String> OWN_NAMES =
            Set.of(ElementNames.ID, "href", "text", "nth-child", "nth-of-type");

    private SelectorPattern() {}

    static String of(Selector selector) {
        StringBuilder pattern = new StringBuilder("(?s)(?:^|;)");
        for (int place = 0; place < selector.parts().size(); place++) {
            Selector.Part part = selector.parts().get(place);
            if (place > 0) {
                pattern.append(part.isParent() ? ";" : ";(?:" + REST + ";)*");
            }
            pattern.append(element(part));
        }
        return pattern.append("(?:;|$)").toString();
    }

    /** A text as an expression that matches it alone. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (SPECIAL.indexOf(character) >= 0) {
                quoted.append('\\');
            }
            quoted.append(character);
        }
        return quoted.toString();
    }

    private static String element(Selector.Part part) {
        String tag = part.tag().isEmpty() ? ANY_TAG : quoted(part.tag());
        String names =
                Stream.concat(
                                part.classes().stream().sorted().map(SelectorPattern::ofClass),
                                attributes(part.attributes()))
                        .collect(joining(SOMETHING));
        return tag + AFTER_TAG + (names.isEmpty() ? "" : names + REST);
    }

    private static String ofClass(String name) {
        return "\\." + quoted(name.replace("\"", ""));
    }

    // The chain has them in the order of their names there, which a selector may not know.
    private static Stream<String> attributes(Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return Stream.of();
        }
        List<String> orders =
                Stream.<Comparator<String>>of(
                                Comparator.comparing(SelectorPattern::nameInChain),
                                Comparator.naturalOrder())
                        .map(order -> inOrder(attributes, order))
                        .distinct()
                        .toList();
        return Stream.of(
                orders.size() == 1 ? orders.getFirst() : "(?:" + String.join("|", orders) + ")");
    }

    private static String inOrder(Map<String, String> attributes, Comparator<String> order) {
        return attributes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(one -> quoted(one.getKey()) + "=\"" + quoted(inChain(one.getValue())) + "\"")
                .collect(joining(SOMETHING));
    }

    private static String nameInChain(String key) {
        return OWN_NAMES.contains(key) ? key : "attr__" + key;
    }

    private static String inChain(String value) {
        return value.replace("\"", "\\\"");
    }
}
