package dev.trendlake.project;

/** An action with all that the API shows of it. */
public record SavedAction(ActionDefinition definition, Details details) implements SavedDefinition {
    @Override
    public long id() {
        return definition.id();
    }

    @Override
    public String name() {
        return definition.name();
    }

    /** The same under a number. */
    public SavedAction numbered(long id) {
        return new SavedAction(
                new ActionDefinition(id, definition.name(), definition.steps()), details);
    }

    /** The same, deleted or not. */
    public SavedAction deleted(boolean isDeleted) {
        return new SavedAction(definition, details.deleted(isDeleted));
    }
}
