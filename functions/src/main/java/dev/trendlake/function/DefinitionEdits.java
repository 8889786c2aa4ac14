package dev.trendlake.function;

import dev.trendlake.error.NotFound;
import dev.trendlake.error.QueryUnavailable;
import dev.trendlake.project.SavedDefinition;
import dev.trendlake.project.SavedDefinitions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds actions or cohorts by their part of the path, and changes them.
 *
 * @param definitions where they are kept
 */
record DefinitionEdits<T extends SavedDefinition>(SavedDefinitions<T> definitions) {
    private static final int ATTEMPTS = 5;

    /**
     * The one that a path names, also when it was deleted.
     *
     * @throws NotFound when there is none
     */
    T found(long project, String id) {
        // No number has more digits than a long surely takes.
        if (!id.matches("[0-9]{1,18}")) {
            throw notFound();
        }
        return definitions.find(project, Long.parseLong(id)).orElseThrow(DefinitionEdits::notFound);
    }

    /**
     * Changes the one that a path names; anew where another change came first.
     *
     * @return as it is now
     * @throws NotFound when there is none
     * @throws QueryUnavailable when others never stop changing it
     */
    T changed(long project, String id, UnaryOperator<T> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<T> changed = definitions.replace(project, change.apply(found(project, id)));
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw new QueryUnavailable(
                "It is being changed by others. Ask again in a moment.", Duration.ofSeconds(1));
    }

    private static NotFound notFound() {
        return new NotFound("Not found.");
    }
}
