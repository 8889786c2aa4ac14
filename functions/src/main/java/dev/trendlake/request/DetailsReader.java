package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.project.Details;
import java.util.List;
import java.util.Locale;

/** Reads what bodies of actions and of cohorts have in common. What is missing stays as it is. */
final class DetailsReader {
    static final int LONGEST_NAME = 400;

    private static final int LONGEST_TAG = 255;
    private static final int MOST_TAGS = 100;

    private DetailsReader() {}

    /** The name; one that is there already may be left out. */
    static String name(ObjectNode body, String before) {
        BodyField name = BodyField.of(body, "name");
        return name.isMissing() && !before.isEmpty() ? before : name.name(LONGEST_NAME);
    }

    /**
     * The details but for the tags.
     *
     * @param longestDescription in characters
     */
    static Details read(ObjectNode body, int longestDescription, Details before) {
        BodyField description = BodyField.of(body, "description");
        BodyField deleted = BodyField.of(body, "deleted");
        return before.described(
                        description.isMissing()
                                ? before.description()
                                : description.textOrBlank(longestDescription))
                .deleted(deleted.isMissing() ? before.deleted() : deleted.truth());
    }

    /** The details with the tags that the body names. */
    static Details tagged(ObjectNode body, Details before) {
        BodyField tags = BodyField.of(body, "tags");
        return tags.isMissing() ? before : before.tagged(tags(tags));
    }

    // In lower case and once, as PostHog keeps them; it doesn't say in which order.
    private static List<String> tags(BodyField field) {
        List<BodyField> elements = field.elements();
        if (elements.size() > MOST_TAGS) {
            throw field.refused(
                    "max_length",
                    "Ensure this field has no more than %d elements.".formatted(MOST_TAGS));
        }
        return elements.stream()
                .map(tag -> tag.name(LONGEST_TAG).toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }
}
