package dev.trendlake.project;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an action or a cohort beside what questions need.
 *
 * @param description a text for people
 * @param tags each once
 * @param deleted whether it is there to be restored only
 * @param createdAt when it was made; null where nobody noted it
 * @param author who made it; null where nobody noted it
 * @param revision grows with each change by the API; 0 for what was written by hand
 */
public record Details(
        String description,
        List<String> tags,
        boolean deleted,
        @Nullable Instant createdAt,
        @Nullable Author author,
        long revision) {
    /** Copies the list. */
    public Details {
        tags = List.copyOf(tags);
    }

    /** Of something that is made now. */
    public static Details createdAt(Instant now, Author author) {
        return new Details("", List.of(), false, now, author, 0);
    }

    /** The same with another description. */
    public Details described(String newDescription) {
        return new Details(newDescription, tags, deleted, createdAt, author, revision);
    }

    /** The same with other tags. */
    public Details tagged(List<String> newTags) {
        return new Details(description, newTags, deleted, createdAt, author, revision);
    }

    /** The same, deleted or not. */
    public Details deleted(boolean isDeleted) {
        return new Details(description, tags, isDeleted, createdAt, author, revision);
    }
}
