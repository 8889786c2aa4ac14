package dev.trendlake.project;

import java.util.Set;

/**
 * What was seen and could not be kept.
 *
 * @param ofEvents whether there are more names of events than are kept
 * @param ofProperties whose properties have more names than are kept
 * @param propertiesOfEvents whether an event has more properties than are kept of one
 * @param types of how many properties the type fits in nowhere
 */
public record NamesLeftOut(
        boolean ofEvents, Set<PropertyHolder> ofProperties, boolean propertiesOfEvents, int types) {
    /** Copies the set. */
    public NamesLeftOut {
        ofProperties = Set.copyOf(ofProperties);
    }
}
