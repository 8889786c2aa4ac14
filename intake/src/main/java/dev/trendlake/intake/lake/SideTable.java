package dev.trendlake.intake.lake;

import dev.trendlake.project.SideTableName;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * A table beside the events, of which each version of a project is a folder of its own.
 *
 * @param <R> a row
 * @param name {@code NAME_version} of a project's settings says which version counts
 * @param columns in the order of the files
 * @param order of the rows in a file: what is looked up together lies together
 * @param reader makes a row of one that was read
 */
public record SideTable<R>(
        SideTableName name,
        List<LakeColumn<R>> columns,
        Comparator<R> order,
        Function<LakeRow, R> reader) {
    /** Copies the list. */
    public SideTable {
        columns = List.copyOf(columns);
    }
}
