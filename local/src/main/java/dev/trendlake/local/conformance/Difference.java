package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where an answer is not what it must be.
 *
 * @param path in the answer, for example {@code result[1].data[3]}
 * @param expected what the case says
 * @param actual what was answered
 */
public record Difference(String path, String expected, String actual) {
    private static final int LONGEST = 300;

    static Difference of(String path, JsonNode expected, JsonNode actual) {
        return new Difference(path, show(expected), show(actual));
    }

    /** A value as a report shows it. */
    static String show(JsonNode value) {
        return value.isMissingNode() ? "nothing" : shorten(value.toString());
    }

    /** A text as a report shows it: on one line, and not too long. */
    static String shorten(String text) {
        String line = text.replace("\r", "\\r").replace("\n", "\\n");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return "%s: expected %s, was %s".formatted(path, expected, actual);
    }
}
