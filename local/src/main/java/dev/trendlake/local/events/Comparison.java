package dev.trendlake.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** One of the values that a pattern lists for a field. */
sealed interface Comparison {
    /** Whether a field's value, missing where there is none, is as asked for. */
    boolean holds(JsonNode value);

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it isn't known
     */
    static Comparison of(JsonNode comparison) {
        if (!comparison.isObject()) {
            return new Same(comparison);
        }
        if (comparison.size() != 1) {
            throw new IllegalArgumentException(comparison + " is not one comparison");
        }
        Map.Entry<String, JsonNode> only = comparison.properties().iterator().next();
        JsonNode argument = only.getValue();
        return switch (only.getKey()) {
            case "prefix" -> new Prefix(text(argument));
            case "suffix" -> new Suffix(text(argument));
            case "equals-ignore-case" -> new SameIgnoringCase(text(argument));
            case "exists" -> new Exists(argument.asBoolean());
            case "anything-but" -> new AnythingBut(alternatives(argument));
            default ->
                    throw new IllegalArgumentException(
                            "the comparison '" + only.getKey() + "' is not known on one machine");
        };
    }

    private static List<Comparison> alternatives(JsonNode argument) {
        return argument.isArray()
                ? argument.valueStream().map(Comparison::of).toList()
                : List.of(of(argument));
    }

    private static String text(JsonNode argument) {
        if (!argument.isTextual()) {
            throw new IllegalArgumentException(argument + " is not a text");
        }
        return argument.asText();
    }

    /** The very value. */
    record Same(JsonNode wanted) implements Comparison {
        @Override
        public boolean holds(JsonNode value) {
            return wanted.equals(value);
        }
    }

    /** A text that begins so. */
    record Prefix(String start) implements Comparison {
        @Override
        public boolean holds(JsonNode value) {
            return value.isTextual() && value.asText().startsWith(start);
        }
    }

    /** A text that ends so. */
    record Suffix(String end) implements Comparison {
        @Override
        public boolean holds(JsonNode value) {
            return value.isTextual() && value.asText().endsWith(end);
        }
    }

    /** The text, in small or capital letters. */
    record SameIgnoringCase(String wanted) implements Comparison {
        @Override
        public boolean holds(JsonNode value) {
            return value.isTextual() && value.asText().equalsIgnoreCase(wanted);
        }
    }

    /** That there is such a field, or that there is none. */
    record Exists(boolean wanted) implements Comparison {
        @Override
        public boolean holds(JsonNode value) {
            return value.isMissingNode() != wanted;
        }
    }

    /** A value that is there and is none of these. */
    record AnythingBut(List<Comparison> unwanted) implements Comparison {
        /** Copies the list. */
        public AnythingBut {
            unwanted = List.copyOf(unwanted);
        }

        @Override
        public boolean holds(JsonNode value) {
            return !value.isMissingNode()
                    && unwanted.stream().noneMatch(comparison -> comparison.holds(value));
        }
    }
}
