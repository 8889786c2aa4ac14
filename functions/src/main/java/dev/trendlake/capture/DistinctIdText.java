package dev.trendlake.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.http.JsonFormat;
import java.util.Set;
import java.util.TreeSet;

/** Distinct ids as texts: of whatever type they are sent, and of 200 characters at most. */
final class DistinctIdText {
    private static final int LONGEST = 200;

    private DistinctIdText() {}

    /** The text; empty for null and for what is not there. */
    static String of(JsonNode sent) {
        if (sent.isNull() || sent.isMissingNode()) {
            return "";
        }
        String text = sent.isTextual() ? sent.asText() : sorted(sent).toString();
        String clean = text.replace('\0', '\uFFFD');
        return clean.codePointCount(0, clean.length()) <= LONGEST
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, LONGEST));
    }

    // The same object is the same id in whatever order its members come.
    private static JsonNode sorted(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode sorted = JsonFormat.object();
            Set<String> names = new TreeSet<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> sorted.set(name, sorted(object.path(name))));
            return sorted;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode sorted = JsonFormat.object().arrayNode();
            array.forEach(member -> sorted.add(sorted(member)));
            return sorted;
        }
        return value;
    }
}
