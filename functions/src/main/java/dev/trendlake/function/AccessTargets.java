package dev.trendlake.function;

import dev.trendlake.access.AccessResource;
import dev.trendlake.access.Caller;
import dev.trendlake.error.NotFound;
import dev.trendlake.project.SavedAction;
import dev.trendlake.project.SavedDefinition;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SavedInsight;

/**
 * Finds the things that access is ruled of.
 *
 * @param insights where insights are kept
 * @param actions where actions are kept
 */
record AccessTargets(
        SavedDefinitions<SavedInsight> insights, SavedDefinitions<SavedAction> actions) {
    /** The project itself. */
    static Target project(Caller caller) {
        return new Target(AccessResource.PROJECT, Long.toString(caller.project().id()), "");
    }

    /** An insight by its number. */
    Target insight(Caller caller, String id) {
        return target(AccessResource.INSIGHT, insights, caller, id);
    }

    /** An action by its number. */
    Target action(Caller caller, String id) {
        return target(AccessResource.ACTION, actions, caller, id);
    }

    private static <T extends SavedDefinition> Target target(
            AccessResource resource, SavedDefinitions<T> definitions, Caller caller, String id) {
        T found = new DefinitionEdits<>(definitions).found(caller.project().id(), id);
        if (found.details().deleted()) {
            throw new NotFound("Not found.");
        }
        return new Target(
                resource, Long.toString(found.id()), DefinitionAnswers.creator(found.details()));
    }

    /**
     * Something that access is ruled of.
     *
     * @param resource its kind
     * @param objectId its number; empty for all of its kind
     * @param creatorUuid the UUID of who made it; empty when nobody knows
     */
    record Target(AccessResource resource, String objectId, String creatorUuid) {}
}
