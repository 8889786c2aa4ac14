package dev.trendlake.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the tag, the classes and the id of one part of a selector. */
final class ElementNames {
    /** Under which name an element keeps its id. */
    static final String ID = "attr_id";

    private static final char TAG = 't';
    private static final char CLASS = '.';
    private static final char IDENTITY = '#';

    private final Map<String, String> attributes;
    private final List<String> classes = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private String tag = "";
    private char kind = TAG;

    ElementNames(Map<String, String> attributes) {
        this.attributes = attributes;
    }

    Selector.Part read(String text, boolean isParent) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            // Dots between brackets belong to the class, as in Tailwind's w-[1.5rem].
            depth += character == '[' ? 1 : character == ']' ? -1 : 0;
            if (character == '\\' && i + 1 < text.length()) {
                name.append(text.charAt(++i));
            } else if (depth <= 0 && (character == CLASS || character == IDENTITY)) {
                finishName();
                kind = character;
            } else {
                name.append(character);
            }
        }
        finishName();
        return new Selector.Part(tag.equals("*") ? "" : tag, classes, attributes, isParent);
    }

    private void finishName() {
        String finished = name.toString();
        name.setLength(0);
        if (finished.isEmpty()) {
            return;
        }
        switch (kind) {
            case CLASS -> classes.add(finished);
            case IDENTITY -> attributes.put(ID, finished);
            default -> tag = finished;
        }
    }
}
