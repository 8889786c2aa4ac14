package dev.trendlake.project;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a project's events and properties are called, and what people say of them. */
public interface Taxonomy {
    /** All names of events, in no order. */
    List<EventDefinition> events();

    /** The name of events with an id. */
    Optional<EventDefinition> event(UUID id);

    /** All properties of a holder, in no order. */
    List<PropertyDefinition> properties(PropertyHolder holder);

    /** The property with an id. */
    Optional<PropertyDefinition> property(UUID id);

    /** Which properties the events of any of these names have. */
    Set<String> propertiesOf(Set<String> events);

    /**
     * Keeps what was changed of a property. A type that stays is not touched: it may be being
     * learned.
     *
     * @throws dev.trendlake.error.InvalidRequest when there is no room for one more type
     */
    void save(PropertyDefinition before, PropertyDefinition changed);
}
