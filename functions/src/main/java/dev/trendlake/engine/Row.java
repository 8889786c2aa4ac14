package dev.trendlake.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a result: every value is a text, as Athena gives it. */
public final class Row {
    private final List<@Nullable String> values;

    /** Copies the values, null for SQL's NULL. */
    public Row(List<? extends @Nullable String> values) {
        this.values = Collections.unmodifiableList(new ArrayList<@Nullable String>(values));
    }

    /** The value of a column that is never NULL, counted from 0. */
    public String text(int column) {
        return value(column)
                .orElseThrow(() -> new IllegalStateException("column " + column + " is NULL"));
    }

    /** The value of a column, counted from 0; empty for NULL. */
    public Optional<String> value(int column) {
        return Optional.ofNullable(values.get(column));
    }

    /** How many columns there are. */
    public int size() {
        return values.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && values.equals(row.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
