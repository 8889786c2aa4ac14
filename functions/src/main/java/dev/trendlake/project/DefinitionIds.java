package dev.trendlake.project;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ids of definitions, which follow from what they define: the same name has the same id. */
public final class DefinitionIds {
    private DefinitionIds() {}

    /** The id of a name of events. */
    public static UUID ofEvent(long project, String name) {
        return id(project, "name", name);
    }

    /** The id of a property. */
    public static UUID ofProperty(long project, PropertyHolder holder, String name) {
        return id(project, holder.key(), name);
    }

    // The kind has no slash in it, so that no two things share a text.
    private static UUID id(long project, String kind, String name) {
        String text = "%d/%s/%s".formatted(project, kind, name);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
