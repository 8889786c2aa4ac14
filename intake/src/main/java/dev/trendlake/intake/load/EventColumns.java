package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.LakeColumn;
import dev.trendlake.project.PropertyColumn;
import dev.trendlake.project.PropertyColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of an events file, in their order: what is asked for together lies together, and the
 * wide ones come last. The Glue table of {@code template.yaml} names the same ones.
 */
public final class EventColumns {
    private static final long DAY = 86_400_000;
    private static final long QUARTER = 900_000;
    private static final List<LakeColumn<EventRow>> ALL =
            Stream.of(
                            // The narrowest property lies next to the event's name.
                            IntStream.rangeClosed(1, PropertyColumn.MOST)
                                    .mapToObj(i -> property(PropertyColumn.MOST - i)),
                            Stream.of(
                                    text("event", EventField.EVENT),
                                    LakeColumn.integer(
                                            "quarter", (EventRow row) -> quarter(row.timestamp())),
                                    LakeColumn.bigint("person_key", EventRow::personKey),
                                    LakeColumn.milliseconds("timestamp", EventRow::timestamp),
                                    text("session_id", EventField.SESSION),
                                    text("group_0", EventField.GROUP_0),
                                    text("group_1", EventField.GROUP_1),
                                    text("group_2", EventField.GROUP_2),
                                    text("group_3", EventField.GROUP_3),
                                    text("group_4", EventField.GROUP_4),
                                    text("uuid", EventField.UUID),
                                    text("distinct_id", EventField.DISTINCT_ID),
                                    text("person_id", EventField.PERSON_ID),
                                    text("elements_chain", EventField.ELEMENTS_CHAIN),
                                    text("person_properties", EventField.PERSON_PROPERTIES),
                                    text("properties", EventField.PROPERTIES)))
                    .<LakeColumn<EventRow>>flatMap(columns -> columns)
                    .toList();

    private EventColumns() {}

    /** Every column, in the order of the files. */
    public static List<LakeColumn<EventRow>> all() {
        return ALL;
    }

    /** Those of a project's files, in the order of the files. */
    static List<LakeColumn<EventRow>> of(PropertyColumns properties) {
        Set<String> absent =
                IntStream.range(0, PropertyColumn.MOST)
                        .mapToObj(number -> "property_" + number)
                        .collect(Collectors.toCollection(HashSet::new));
        properties.columns().forEach(column -> absent.remove(column.name()));
        return ALL.stream().filter(column -> !absent.contains(column.name())).toList();
    }

    /** The columns of these names, in this order. */
    public static List<LakeColumn<EventRow>> named(List<String> names) {
        return names.stream().map(EventColumns::named).toList();
    }

    private static LakeColumn<EventRow> named(String name) {
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    private static LakeColumn<EventRow> text(String name, EventField field) {
        return LakeColumn.utf8(name, row -> row.text(field));
    }

    /** How many quarter hours of its UTC day had passed when it happened. */
    static int quarter(long milliseconds) {
        return (int) (Math.floorMod(milliseconds, DAY) / QUARTER);
    }

    private static LakeColumn<EventRow> property(int column) {
        return LakeColumn.utf8("property_" + column, row -> row.property(column));
    }
}
