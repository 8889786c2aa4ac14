package dev.trendlake.plan;

import java.util.List;
import java.util.Map;

/**
 * A CSS selector (spec: actions and cohorts, 2.2).
 *
 * @param parts from the innermost element outwards, as the elements stand in their chain
 */
record Selector(List<Part> parts) {
    Selector {
        parts = List.copyOf(parts);
    }

    /**
     * What is asked of one element.
     *
     * @param tag its tag; empty for any
     * @param classes classes that it has
     * @param attributes attributes that it has, by their names
     * @param isParent whether it holds the element of the part before directly
     */
    record Part(
            String tag, List<String> classes, Map<String, String> attributes, boolean isParent) {
        Part {
            classes = List.copyOf(classes);
            attributes = Map.copyOf(attributes);
        }
    }
}
