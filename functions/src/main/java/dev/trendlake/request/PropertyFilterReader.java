package dev.trendlake.request;

import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.request.FilterTree.Leaf;
import dev.trendlake.trend.FilterValue;
import dev.trendlake.trend.FilterValue.Numeric;
import dev.trendlake.trend.FilterValue.Text;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import java.util.List;
import java.util.Set;

/**
 * Reads property filters by their type (spec: trends, 4.5). A filter that lacks something, or whose
 * type nobody knows, is always true, as PostHog has it (4.2).
 */
final class PropertyFilterReader {
    private static final Set<String> OTHER_PRODUCTS =
            Set.of(
                    "recording",
                    "log_entry",
                    "data_warehouse",
                    "data_warehouse_person_property",
                    "error_tracking_issue");

    private final ConditionReader conditions;
    private final CohortReader cohorts;
    private final HogQlReader hogQl;

    PropertyFilterReader(DateReader dates, CohortReader cohorts, HogQlReader hogQl) {
        this.conditions = new ConditionReader(dates);
        this.cohorts = cohorts;
        this.hogQl = hogQl;
    }

    /** The filter that a tree stands for. */
    PropertyFilter read(FilterTree tree) {
        return switch (tree) {
            case Branch(boolean any, var children) -> {
                List<PropertyFilter> filters = children.stream().map(this::read).toList();
                yield any ? new PropertyFilter.Any(filters) : new PropertyFilter.All(filters);
            }
            case Leaf leaf -> leaf(leaf);
        };
    }

    /** All properties of a tree together, its groups aside, as entries have them (1.2). */
    PropertyFilter flattened(Branch tree) {
        return new PropertyFilter.All(tree.leaves().stream().map(this::leaf).toList());
    }

    private PropertyFilter leaf(Leaf leaf) {
        if (leaf.member("key").isAbsent()) {
            return PropertyFilter.everything();
        }
        String key = leaf.member("key").text();
        String type = leaf.member("type").text();
        return switch (type) {
            case "event", "feature" -> conditions.read(new Property.OfEvent(key), leaf);
            case "person" -> conditions.read(new Property.OfPerson(key), leaf);
            case "person_metadata" -> personMetadata(key, leaf);
            case "group" -> group(key, leaf);
            case "session" -> conditions.read(new Property.OfSession(key), leaf);
            case "element" -> element(key, leaf);
            case "event_metadata" -> eventMetadata(key, leaf);
            case "cohort", "static-cohort", "precalculated-cohort" -> cohort(leaf);
            case "hogql" -> hogQl(leaf);
            case "flag" -> PropertyFilter.everything();
            default -> unknown(type, leaf);
        };
    }

    private PropertyFilter hogQl(Leaf leaf) {
        return new PropertyFilter.HogQlHolds(hogQl.read(leaf.member("key")), leaf.address());
    }

    private PropertyFilter personMetadata(String key, Leaf leaf) {
        if (!key.equals("created_at")) {
            throw leaf.member("key").refused("Unsupported person_metadata field");
        }
        return conditions.read(new Property.PersonMetadata(key), leaf);
    }

    private PropertyFilter group(String key, Leaf leaf) {
        Field index = leaf.member("group_type_index");
        if (index.isBlank()) {
            return PropertyFilter.everything();
        }
        return conditions.read(new Property.OfGroup(GroupIndex.read(index), key), leaf);
    }

    private PropertyFilter element(String key, Leaf leaf) {
        switch (key) {
            case "href", "text" -> {}
            case "selector", "tag_name" -> requireEquality(key, leaf);
            default ->
                    throw leaf.member("key")
                            .refused(
                                    "'%s' is not a fact about elements; use one of: selector, tag_name, href, text"
                                            .formatted(key));
        }
        return conditions.read(new Property.OfElement(key), leaf);
    }

    private void requireEquality(String key, Leaf leaf) {
        Operator operator = ConditionReader.operator(leaf);
        if (operator != Operator.EXACT && operator != Operator.IS_NOT) {
            throw leaf.member("operator")
                    .refused(
                            "property_to_expr for element %s only supports exact and is_not operators, not %s"
                                    .formatted(key, ConditionReader.wireName(operator)));
        }
    }

    private PropertyFilter eventMetadata(String key, Leaf leaf) {
        PropertyFilter filter = conditions.read(new Property.EventMetadata(key), leaf);
        if (!key.startsWith("$group_") || !(filter instanceof PropertyFilter.Condition condition)) {
            return filter;
        }
        return new PropertyFilter.Condition(
                condition.property(),
                condition.operator(),
                groupKeys(condition.value()),
                condition.address());
    }

    // Keys of groups are texts, also where they look like numbers: 13.0 asks for '13'.
    private static FilterValue groupKeys(FilterValue value) {
        return switch (value) {
            case Numeric(var number) -> new Text(number.stripTrailingZeros().toPlainString());
            case FilterValue.Many(var values) ->
                    new FilterValue.Many(
                            values.stream().map(PropertyFilterReader::groupKeys).toList());
            case FilterValue.Nothing _, Text _, FilterValue.Truth _ -> value;
        };
    }

    private PropertyFilter cohort(Leaf leaf) {
        Field value = leaf.member("value");
        if (value.isBlank()) {
            return PropertyFilter.everything();
        }
        boolean negated =
                leaf.member("operator").value().asText("").equals("not_in")
                        || leaf.member("negation").truth();
        if (!value.value().isArray()) {
            return inCohort(value, negated, leaf);
        }
        List<PropertyFilter> cohorts =
                value.elements().stream().map(id -> inCohort(id, negated, leaf)).toList();
        return negated ? new PropertyFilter.All(cohorts) : new PropertyFilter.Any(cohorts);
    }

    private PropertyFilter inCohort(Field id, boolean negated, Leaf leaf) {
        return new PropertyFilter.InCohort(cohorts.read(id), negated, leaf.address());
    }

    private static PropertyFilter unknown(String type, Leaf leaf) {
        if (OTHER_PRODUCTS.contains(type)) {
            throw leaf.member("type").refused("'" + type + "' can't filter the events of trends");
        }
        return PropertyFilter.everything();
    }
}
