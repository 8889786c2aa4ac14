package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/**
 * The fields of the filter form. Its formula is read without the characters that PostHog drops
 * (spec: trends, 1.1).
 */
record FilterFields(RequestParameters parameters) implements Fields {
    private static final String FORMULA = "formula";
    private static final Pattern DROPPED = Pattern.compile("[^a-zA-Z \\-*^0-9+/().]");

    @Override
    public Field field(String name) {
        Field field = parameters.field(name);
        if (!name.equals(FORMULA) || field.isBlank()) {
            return field;
        }
        String cleaned = DROPPED.matcher(field.text()).replaceAll("");
        // What was a formula before stays one, if only to be refused.
        return new Field(new TextNode(cleaned.isBlank() ? " " : cleaned), field.address());
    }
}
