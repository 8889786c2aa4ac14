package dev.trendlake.intake.load;

import java.util.Map;

/**
 * A JSON object as text.
 *
 * @param json compact, numbers as they were written
 * @param membership what its own fields say of session and groups, by field
 */
record Document(String json, Map<String, String> membership) {
    static final Document EMPTY = new Document("{}", Map.of());
}
