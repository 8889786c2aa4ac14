package dev.trendlake.request;

import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.BreakdownLimit;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.Dimension;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Property;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code breakdown}, {@code breakdowns} and what belongs to them (spec: trends, 1.1 and 5).
 * Where both are there, {@code breakdowns} counts.
 */
final class BreakdownReader {
    private static final int MAX_BREAKDOWNS = 3;
    private static final int DEFAULT_LIMIT = 25;
    private static final int WORLD_MAP_LIMIT = 250;
    private static final String NOT_A_LIST =
            "breakdowns must be a list of items, each with property and type";

    private final CohortReader cohorts;
    private final HogQlReader hogQl;

    BreakdownReader(CohortReader cohorts, HogQlReader hogQl) {
        this.cohorts = cohorts;
        this.hogQl = hogQl;
    }

    /** Into what each series is broken down. */
    Breakdown read(Fields fields) {
        List<Field> several = several(fields);
        if (!several.isEmpty()) {
            return new Breakdown.Several(several.stream().map(this::dimension).toList());
        }
        Field breakdown = fields.field("breakdown");
        if (breakdown.isBlank() || breakdown.decoded().isAbsent()) {
            return new Breakdown.None();
        }
        if (type(fields).equals("cohort")) {
            return cohorts(breakdown.decoded());
        }
        return new Breakdown.Single(dimension(breakdown, fields));
    }

    /** The items of {@code breakdowns} that count: the first three that name a property. */
    static List<Field> several(Fields fields) {
        Field field = fields.field("breakdowns");
        if (field.isBlank() || field.decoded().isAbsent()) {
            return List.of();
        }
        Field list = field.decoded();
        if (!list.value().isArray()) {
            throw field.refused(NOT_A_LIST);
        }
        for (Field item : list.elements()) {
            if (!item.value().isObject()) {
                throw item.refused(NOT_A_LIST);
            }
        }
        return list.elements().stream()
                .filter(item -> !item.member("property").isBlank())
                .limit(MAX_BREAKDOWNS)
                .toList();
    }

    /** The wire's word for what {@code breakdown} is a property of. */
    static String type(Fields fields) {
        return type(fields.field("breakdown_type"));
    }

    /** The wire's word for what an item of {@code breakdowns} is a property of. */
    static String type(Field field) {
        String word = field.textOrEmpty();
        return word.isEmpty() || word.equals("events") ? "event" : word;
    }

    /** How many values of the breakdown are shown. */
    BreakdownLimit limit(Fields fields, Display display) {
        boolean hidesOther = fields.field("breakdown_hide_other_aggregation").truth();
        Field field = fields.field("breakdown_limit");
        int asked = number(field).orElse(DEFAULT_LIMIT);
        if (asked < 0) {
            throw field.refused(asked + " is no limit; use a number of values, such as 25");
        }
        if (display == Display.WORLD_MAP) {
            return new BreakdownLimit(WORLD_MAP_LIMIT, hidesOther);
        }
        return new BreakdownLimit(asked == 0 ? DEFAULT_LIMIT : asked, hidesOther);
    }

    /** A number; empty for what is none, as PostHog has it. */
    static Optional<Integer> number(Field field) {
        return field.numberIfAny().isEmpty() ? Optional.empty() : Optional.of(field.wholeNumber());
    }

    private Dimension dimension(Field breakdown, Fields fields) {
        Field key = single(breakdown);
        Property property =
                property(
                        key,
                        fields.field("breakdown_type"),
                        fields.field("breakdown_group_type_index"));
        return new Dimension(
                property,
                fields.field("breakdown_normalize_url").truth(),
                binCount(fields.field("breakdown_histogram_bin_count")),
                breakdown.address());
    }

    // A text stays as it was written: "1.50" asks for the property 1.50.
    private static Field single(Field breakdown) {
        Field decoded = breakdown.decoded();
        if (!decoded.value().isArray()) {
            return decoded.value().isTextual() || decoded.value().isObject() ? decoded : breakdown;
        }
        List<Field> keys = decoded.elements();
        if (keys.size() != 1) {
            throw breakdown.refused("must be one property; use breakdowns for up to three");
        }
        return keys.getFirst();
    }

    private Dimension dimension(Field item) {
        return new Dimension(
                property(
                        item.member("property"),
                        item.member("type"),
                        item.member("group_type_index")),
                item.member("normalize_url").truth(),
                binCount(item.member("histogram_bin_count")),
                item.address());
    }

    private static int binCount(Field field) {
        int count = number(field).orElse(0);
        if (count < 0) {
            throw field.refused(count + " is no number of bins; use one above 0");
        }
        return count;
    }

    private Property property(Field key, Field type, Field groupIndex) {
        String word = type(type);
        return switch (word) {
            case "event" -> new Property.OfEvent(key.text());
            case "person" -> new Property.OfPerson(key.text());
            case "group" -> new Property.OfGroup(groupIndex(groupIndex), key.text());
            case "session" -> new Property.OfSession(key.text());
            case "event_metadata" -> new Property.EventMetadata(key.text());
            case "hogql" -> new Property.HogQl(hogQl.read(key));
            default ->
                    throw type.refused(
                            "'%s' is not something to break events down by; use one of: event, person, group, session, event_metadata, hogql, and cohort in breakdown alone"
                                    .formatted(word));
        };
    }

    private static int groupIndex(Field field) {
        if (field.isBlank()) {
            throw field.refused("breaking down by a group needs its number, 0 to 4");
        }
        return GroupIndex.read(field);
    }

    private Breakdown cohorts(Field breakdown) {
        List<Field> ids = breakdown.value().isArray() ? breakdown.elements() : List.of(breakdown);
        if (ids.isEmpty()) {
            return new Breakdown.None();
        }
        return new Breakdown.Cohorts(ids.stream().map(this::cohort).toList(), breakdown.address());
    }

    private Cohort cohort(Field id) {
        if (id.value().isTextual() && id.value().textValue().equals("all")) {
            return Cohort.allUsers();
        }
        if (id.wholeNumberIfAny().isEmpty()) {
            throw id.refused("must be the number of a cohort, or \"all\"");
        }
        return cohorts.read(id);
    }
}
