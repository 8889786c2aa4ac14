package dev.trendlake.intake.load;

import dev.trendlake.project.PropertyColumns;

/** Knows which properties of a project have columns of their own. */
@FunctionalInterface
public interface ColumnRegister {
    /** The columns of a project; those that every project has are registered before. */
    PropertyColumns columns(long projectId);

    /** No property has one. */
    static ColumnRegister none() {
        return _ -> PropertyColumns.NONE;
    }
}
