package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads {@code events} and {@code actions} into series (spec: trends, 1.2): actions first, then in
 * the order of {@code order}, where 0 and none come first.
 */
final class FilterSeriesReader {
    private final FilterTreeReader trees = new FilterTreeReader();
    private final ProjectReaders readers;

    FilterSeriesReader(ProjectReaders readers) {
        this.readers = readers;
    }

    private record Placed(Series series, int order) {}

    /** The series of a request, at least one. */
    List<Series> read(Fields fields) {
        List<Placed> placed = new ArrayList<>();
        entries(fields.field("actions"))
                .filter(action -> !lacksId(action))
                .forEach(action -> placed.add(place(action(action), action)));
        entries(fields.field("events")).forEach(event -> placed.add(place(event(event), event)));
        if (placed.isEmpty()) {
            throw new InvalidRequest("events", "One of events or actions is required");
        }
        placed.sort(Comparator.comparingInt(Placed::order));
        return placed.stream().map(Placed::series).toList();
    }

    private static Stream<Field> entries(Field field) {
        if (field.isBlank()) {
            return Stream.empty();
        }
        Field list = field.decoded();
        if (list.isAbsent()) {
            return Stream.empty();
        }
        if (!list.value().isArray()) {
            throw field.refused("must be a list, such as [{\"id\": \"$pageview\"}]");
        }
        return list.elements().stream();
    }

    private static Placed place(Series series, Field entity) {
        Field order = entity.member("order");
        int place = order.isBlank() ? 0 : order.wholeNumber();
        return new Placed(series, place == 0 ? -1 : place);
    }

    private Series action(Field action) {
        requireObject(action);
        return series(readers.actions().read(action.member("id")), action);
    }

    private Series event(Field event) {
        if (event.value().isTextual()) {
            return series(new Entity.Event(event.text()), event);
        }
        requireObject(event);
        Field id = event.member("id");
        return series(id.isAbsent() ? new Entity.AllEvents() : new Entity.Event(id.text()), event);
    }

    private static boolean lacksId(Field action) {
        return action.value().isObject() && action.member("id").isAbsent();
    }

    private static void requireObject(Field entity) {
        if (!entity.value().isObject()) {
            throw entity.refused("must be an object with an id, such as {\"id\": \"$pageview\"}");
        }
    }

    // An OR inside an entry is lost in this form, as in PostHog's.
    private Series series(Entity entity, Field field) {
        return readers.series()
                .read(
                        entity,
                        readers.filters().flattened(trees.read(field.member("properties"))),
                        field);
    }
}
