package dev.trendlake.intake.lake;

import dev.trendlake.project.SideTableName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/**
 * The properties of a group.
 *
 * @param typeIndex 0 to 4
 * @param key what {@code $group_N} of its events says
 * @param updatedAt the time of the latest event that set properties, to the millisecond
 * @param properties compact JSON object
 */
public record GroupRow(int typeIndex, String key, Instant updatedAt, String properties) {
    /** The table: one row for each group. */
    public static final SideTable<GroupRow> TABLE =
            new SideTable<>(
                    SideTableName.GROUPS,
                    List.of(
                            LakeColumn.integer("type_index", GroupRow::typeIndex),
                            LakeColumn.text("group_key", GroupRow::key),
                            LakeColumn.timestamp("updated_at", GroupRow::updatedAt),
                            LakeColumn.text("properties", GroupRow::properties)),
                    Comparator.comparingInt(GroupRow::typeIndex).thenComparing(GroupRow::key),
                    row ->
                            new GroupRow(
                                    row.integer(0), row.text(1), row.timestamp(2), row.text(3)));

    /** Checks the type and cuts off what is finer than a millisecond. */
    public GroupRow {
        if (typeIndex < 0 || typeIndex > 4) {
            throw new IllegalArgumentException("group type " + typeIndex);
        }
        updatedAt = updatedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
