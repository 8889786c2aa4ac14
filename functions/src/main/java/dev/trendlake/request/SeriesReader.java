package dev.trendlake.request;

import dev.trendlake.trend.Action;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.SeriesNaming;
import java.util.List;

/** Reads what both wire forms say of a series besides what it counts (spec: trends, 1.2). */
final class SeriesReader {
    private static final String ALL_EVENTS = "All events";

    private final AggregationReader aggregations;
    private final PropertyFilterReader filters;

    SeriesReader(AggregationReader aggregations, PropertyFilterReader filters) {
        this.aggregations = aggregations;
        this.filters = filters;
    }

    /** The series that counts an entity, where a filter of its own holds. */
    Series read(Entity entity, PropertyFilter filter, Field field) {
        return new Series(
                entity,
                aggregations.read(field),
                withGroup(filter, field),
                naming(name(entity), field),
                field.address());
    }

    /** The same with each session counted once where a fact about sessions is summed up. */
    static Series oncePerSession(Series series) {
        if (!(series.aggregation() instanceof Aggregation.OfProperty of)
                || !(of.property() instanceof Property.OfSession)) {
            return series;
        }
        return new Series(
                series.entity(),
                new Aggregation.OfProperty(of.statistic(), of.property(), of.multiplier(), true),
                series.filter(),
                series.naming(),
                series.address());
    }

    private PropertyFilter withGroup(PropertyFilter filter, Field entity) {
        if (!entity.member("math").value().asText("").equals("unique_group")) {
            return filter;
        }
        int index = GroupIndex.read(entity.member("math_group_type_index"));
        PropertyFilter hasGroup = filters.read(GroupIndex.isSet(index, entity.address()));
        return new PropertyFilter.All(List.of(filter, hasGroup));
    }

    private static String name(Entity entity) {
        return switch (entity) {
            case Entity.Event(String name) -> name;
            case Entity.AllEvents() -> ALL_EVENTS;
            case Entity.ActionEvents(Action action) -> action.name();
            case Entity.MissingAction _ -> "";
        };
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
