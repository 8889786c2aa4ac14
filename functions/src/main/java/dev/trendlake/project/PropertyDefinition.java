package dev.trendlake.project;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a property besides its values. */
public final class PropertyDefinition {
    private final UUID id;
    private final PropertyHolder holder;
    private final String name;
    private final @Nullable PropertyType type;
    private final String remarks;

    /**
     * Takes what is known.
     *
     * @param id follows from project, holder and name
     * @param type how its values are compared; null as long as no value has told
     * @param remarks what people say of it: a JSON object in the wire's form, without what nobody
     *     has said
     */
    public PropertyDefinition(
            UUID id,
            PropertyHolder holder,
            String name,
            @Nullable PropertyType type,
            String remarks) {
        this.id = id;
        this.holder = holder;
        this.name = name;
        this.type = type;
        this.remarks = remarks;
    }

    /** The id. */
    public UUID id() {
        return id;
    }

    /** Whose property it is. */
    public PropertyHolder holder() {
        return holder;
    }

    /** The key. */
    public String name() {
        return name;
    }

    /** How its values are compared; empty as long as no value has told. */
    public Optional<PropertyType> type() {
        return Optional.ofNullable(type);
    }

    /** What people say of it, as a JSON object. */
    public String remarks() {
        return remarks;
    }

    /** The same property with another type, null for none, and other remarks. */
    public PropertyDefinition with(@Nullable PropertyType changedType, String changedRemarks) {
        return new PropertyDefinition(id, holder, name, changedType, changedRemarks);
    }
}
