package dev.trendlake.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trends question that is kept under a name.
 *
 * @param id its number in the project
 * @param shortId eight letters and digits, by which links name it
 * @param name what people call it; may be empty
 * @param derivedName what a client calls it where it has no name; may be empty
 * @param query a JSON object: a {@code TrendsQuery}, by itself or as the {@code source} of another
 * @param marks how people have marked it
 * @param details what else is kept of it
 * @param lastChange when it was last changed, and by whom
 */
public record SavedInsight(
        long id,
        String shortId,
        String name,
        String derivedName,
        String query,
        Marks marks,
        Details details,
        Change lastChange)
        implements SavedDefinition {
    /** The same under a number. */
    public SavedInsight numbered(long number) {
        return new SavedInsight(
                number, shortId, name, derivedName, query, marks, details, lastChange);
    }

    /**
     * How people have marked an insight.
     *
     * @param favorited as a favourite
     * @param saved as one that is shown in lists
     */
    public record Marks(boolean favorited, boolean saved) {}

    /**
     * A change.
     *
     * @param at when it was made
     * @param by who made it; null where nobody noted it
     */
    public record Change(Instant at, @Nullable Author by) {}
}
