package dev.trendlake.local.load;

import static io.trino.spi.type.BigintType.BIGINT;
import static io.trino.spi.type.TimestampType.TIMESTAMP_MILLIS;
import static io.trino.spi.type.VarcharType.VARCHAR;

import io.airlift.slice.Slices;
import io.trino.spi.type.Type;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an events file, in their order: what is asked for together lies together, and the
 * wide ones come last. The Glue table of {@code template.yaml} names the same ones.
 */
public final class EventColumns {
    private static final List<EventColumn> ALL =
            List.of(
                    text("event", Event::event),
                    new EventColumn(
                            "timestamp",
                            "timestamp",
                            TIMESTAMP_MILLIS,
                            (block, event) ->
                                    TIMESTAMP_MILLIS.writeLong(block, epochMicroseconds(event))),
                    new EventColumn(
                            "person_key",
                            "bigint",
                            BIGINT,
                            (block, event) ->
                                    BIGINT.writeLong(block, PersonKey.of(event.personId()))),
                    text("session_id", event -> event.membership().session()),
                    group(0),
                    group(1),
                    group(2),
                    group(3),
                    group(4),
                    text("distinct_id", Event::distinctId),
                    text("person_id", Event::personId),
                    text("uuid", Event::uuid),
                    text("elements_chain", Event::elementsChain),
                    text("person_properties", Event::personProperties),
                    text("properties", Event::properties));

    private EventColumns() {}

    /** Every column, in the order of the files. */
    public static List<EventColumn> all() {
        return ALL;
    }

    /** The columns of these names, in this order. */
    public static List<EventColumn> named(List<String> names) {
        return names.stream().map(EventColumns::named).toList();
    }

    static List<String> names() {
        return ALL.stream().map(EventColumn::name).toList();
    }

    static List<Type> types() {
        return ALL.stream().map(EventColumn::type).toList();
    }

    private static EventColumn named(String name) {
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }

    private static EventColumn group(int index) {
        return text("group_" + index, event -> event.membership().group(index));
    }

    private static EventColumn text(String name, Function<Event, @Nullable String> value) {
        return new EventColumn(
                name,
                "string",
                VARCHAR,
                (block, event) -> {
                    String text = value.apply(event);
                    if (text == null) {
                        block.appendNull();
                        return;
                    }
                    VARCHAR.writeSlice(block, Slices.utf8Slice(text));
                });
    }

    private static long epochMicroseconds(Event event) {
        return event.timestamp().truncatedTo(ChronoUnit.MILLIS).toEpochMilli() * 1_000;
    }
}
