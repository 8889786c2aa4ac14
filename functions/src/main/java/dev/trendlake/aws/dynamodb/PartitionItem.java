package dev.trendlake.aws.dynamodb;

import dev.trendlake.cache.LakeVersions;
import dev.trendlake.lake.LakePartition;
import dev.trendlake.lake.LakePartition.EventDay;
import dev.trendlake.lake.LakePartition.TableVersion;
import dev.trendlake.project.SideTableName;
import dev.trendlake.project.SideTables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How versions stand in the table of partitions: an item {@code events#2026-11} with a number for
 * each UTC day that ever changed, {@code d01} to {@code d31}; and {@code persons#3}, {@code
 * groups#3}, {@code cohort_people#3} for the version 3 of the table, with a number {@code changes}.
 */
final class PartitionItem {
    private static final String PROJECT = "project";
    private static final String PARTITION = "partition";
    private static final String EVENTS = "events#";
    private static final String CHANGES = "changes";

    private PartitionItem() {}

    /** The key of an item. */
    static Map<String, AttributeValue> keyOf(long project, String partition) {
        return Map.of(
                PROJECT, Values.text(Long.toString(project)), PARTITION, Values.text(partition));
    }

    /** The key of the item that has a partition's version. */
    static Map<String, AttributeValue> keyOf(LakePartition partition) {
        return switch (partition) {
            case EventDay(var project, var day) -> keyOf(project, EVENTS + YearMonth.from(day));
            case TableVersion(var project, var table, var version) ->
                    keyOf(project, nameOf(table, version));
        };
    }

    /** The number in that item that is the partition's version. */
    static String attributeOf(LakePartition partition) {
        return switch (partition) {
            case EventDay(_, var day) -> attributeOf(day);
            case TableVersion _ -> CHANGES;
        };
    }

    /** The keys of all items that {@link #read} reads: one a month, and up to three. */
    static List<Map<String, AttributeValue>> keysOf(
            long project, YearMonth first, YearMonth last, SideTables tables) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            keys.add(keyOf(project, EVENTS + month));
        }
        for (SideTableName table : SideTableName.values()) {
            long version = tables.of(table);
            if (version > 0) {
                keys.add(keyOf(new TableVersion(project, table, version)));
            }
        }
        return keys;
    }

    /**
     * The versions that items of one project have. Those that are missing never changed.
     *
     * @param items may be more than were asked for
     */
    static LakeVersions read(List<Item> items, YearMonth first, YearMonth last, SideTables tables) {
        Map<LocalDate, Long> days = new HashMap<>();
        Map<String, Long> ofTables = new HashMap<>();
        for (Item item : items) {
            String partition = item.text(PARTITION);
            if (partition.startsWith(EVENTS)) {
                addDays(YearMonth.parse(partition.substring(EVENTS.length())), item, days);
            } else {
                ofTables.put(partition, item.number(CHANGES));
            }
        }
        ToLongFunction<SideTableName> ofTable =
                table -> ofTables.getOrDefault(nameOf(table, tables.of(table)), 0L);
        return new LakeVersions(
                first,
                last,
                days,
                ofTable.applyAsLong(SideTableName.PERSONS),
                ofTable.applyAsLong(SideTableName.GROUPS),
                ofTable.applyAsLong(SideTableName.COHORT_PEOPLE));
    }

    private static void addDays(YearMonth month, Item item, Map<LocalDate, Long> days) {
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate date = month.atDay(day);
            String attribute = attributeOf(date);
            if (item.has(attribute)) {
                days.put(date, item.number(attribute));
            }
        }
    }

    private static String attributeOf(LocalDate day) {
        return "d%02d".formatted(day.getDayOfMonth());
    }

    private static String nameOf(SideTableName table, long version) {
        return "%s#%d".formatted(table.word(), version);
    }
}
