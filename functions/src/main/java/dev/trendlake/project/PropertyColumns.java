package dev.trendlake.project;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The properties of a project that have columns of their own.
 *
 * @param columns each place and each property at most once
 */
public record PropertyColumns(List<PropertyColumn> columns) {
    /** A project whose properties are in the documents alone. */
    public static final PropertyColumns NONE = new PropertyColumns(List.of());

    /** Copies the list, and checks it. */
    public PropertyColumns {
        columns = List.copyOf(columns);
        Set<Object> seen = new HashSet<>();
        for (PropertyColumn column : columns) {
            if (!seen.add(column.number()) || !seen.add(column.property())) {
                throw new IllegalArgumentException("there are two columns like " + column);
            }
        }
    }

    /** Whether these are the same properties in the same columns, complete or not. */
    public boolean areThoseOf(PropertyColumns other) {
        return places().equals(other.places());
    }

    private Map<Integer, ColumnProperty> places() {
        return columns.stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                PropertyColumn::number, PropertyColumn::property));
    }

    /** The column of a property. */
    public Optional<PropertyColumn> of(ColumnProperty property) {
        return of(property.owner(), property.key());
    }

    /** The column of a property by its key, which may be one that can't have a column. */
    public Optional<PropertyColumn> of(ColumnProperty.Owner owner, String key) {
        return columns.stream()
                .filter(column -> column.property().owner() == owner)
                .filter(column -> column.property().key().equals(key))
                .findFirst();
    }
}
