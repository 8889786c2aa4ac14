package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.SeriesNaming;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads {@code events} and {@code actions} into series (spec: trends, 1.2): actions first, then in
 * the order of {@code order}, where 0 and none come first.
 */
final class SeriesReader {
    private static final String ALL_EVENTS = "All events";

    private final AggregationReader aggregations = new AggregationReader();
    private final FilterTreeReader trees = new FilterTreeReader();
    private final PropertyFilterReader filters;

    SeriesReader(PropertyFilterReader filters) {
        this.filters = filters;
    }

    private record Placed(Series series, int order) {}

    /** The series of a request, at least one. */
    List<Series> read(RequestParameters parameters) {
        List<Placed> placed = new ArrayList<>();
        entries(parameters.field("actions"))
                .filter(action -> !lacksId(action))
                .forEach(action -> placed.add(place(action(action), action)));
        entries(parameters.field("events"))
                .forEach(event -> placed.add(place(event(event), event)));
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
        Field id = action.member("id");
        int number =
                id.wholeNumberIfAny()
                        .orElseThrow(() -> id.refused("must be the number of an action"));
        return series(
                new Entity.MissingAction(number), action.member("name").textOrEmpty(), action);
    }

    private Series event(Field event) {
        if (event.value().isTextual()) {
            return series(new Entity.Event(event.text()), event.text(), event);
        }
        requireObject(event);
        Field id = event.member("id");
        if (id.isAbsent()) {
            return series(new Entity.AllEvents(), ALL_EVENTS, event);
        }
        return series(new Entity.Event(id.text()), id.text(), event);
    }

    private static boolean lacksId(Field action) {
        return action.value().isObject() && action.member("id").isAbsent();
    }

    private static void requireObject(Field entity) {
        if (!entity.value().isObject()) {
            throw entity.refused("must be an object with an id, such as {\"id\": \"$pageview\"}");
        }
    }

    private Series series(Entity entity, String name, Field field) {
        return new Series(
                entity,
                aggregations.read(field),
                filter(field),
                naming(name, field),
                field.address());
    }

    private PropertyFilter filter(Field entity) {
        PropertyFilter filter = filters.flattened(trees.read(entity.member("properties")));
        if (!entity.member("math").value().asText("").equals("unique_group")) {
            return filter;
        }
        int index = GroupIndex.read(entity.member("math_group_type_index"));
        PropertyFilter hasGroup = filters.read(GroupIndex.isSet(index, entity.address()));
        return new PropertyFilter.All(List.of(filter, hasGroup));
    }

    private static SeriesNaming naming(String name, Field entity) {
        return new SeriesNaming(
                name,
                entity.member("custom_name").textOrEmpty().strip(),
                entity.member("math").textOrEmpty(),
                entity.member("math_property").textOrEmpty(),
                entity.member("math_hogql").textOrEmpty(),
                entity.member("math_group_type_index").textOrEmpty());
    }
}
