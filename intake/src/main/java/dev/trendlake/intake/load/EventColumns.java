package dev.trendlake.intake.load;

import dev.trendlake.intake.lake.LakeColumn;
import dev.trendlake.lake.PersonKey;
import java.util.List;

/**
 * The columns of an events file, in their order: what is asked for together lies together, and the
 * wide ones come last. The Glue table of {@code template.yaml} names the same ones.
 */
public final class EventColumns {
    private static final List<LakeColumn<Event>> ALL =
            List.of(
                    LakeColumn.text("event", Event::event),
                    LakeColumn.timestamp("timestamp", Event::timestamp),
                    LakeColumn.bigint("person_key", event -> PersonKey.of(event.personId())),
                    LakeColumn.text("session_id", event -> event.membership().session()),
                    group(0),
                    group(1),
                    group(2),
                    group(3),
                    group(4),
                    LakeColumn.text("distinct_id", Event::distinctId),
                    LakeColumn.text("person_id", Event::personId),
                    LakeColumn.text("uuid", Event::uuid),
                    LakeColumn.text("elements_chain", Event::elementsChain),
                    LakeColumn.text("person_properties", Event::personProperties),
                    LakeColumn.text("properties", Event::properties));

    private EventColumns() {}

    /** Every column, in the order of the files. */
    public static List<LakeColumn<Event>> all() {
        return ALL;
    }

    /** The columns of these names, in this order. */
    public static List<LakeColumn<Event>> named(List<String> names) {
        return names.stream().map(EventColumns::named).toList();
    }

    private static LakeColumn<Event> named(String name) {
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    private static LakeColumn<Event> group(int index) {
        return LakeColumn.text("group_" + index, event -> event.membership().group(index));
    }
}
