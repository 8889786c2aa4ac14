package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Dimension;
import dev.trendlake.trend.Operator;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.PropertyFilter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of {@link NotComputedYet} about properties, in filters and in breakdowns. */
final class PropertiesNotComputedYet {
    // Arrays, of which one element must meet the filter (spec: trends, 4.5).
    private static final Set<String> SPECIAL_OF_EVENTS =
            Set.of(
                    "$exception_types",
                    "$exception_values",
                    "$exception_sources",
                    "$exception_functions");
    private static final String VIRTUAL = "$virt_";
    private static final String ADVICE = "use event or person properties";

    /** Refuses a filter that holds something that is not computed. */
    void check(PropertyFilter filter) {
        switch (filter) {
            case PropertyFilter.All(var filters) -> checkEach(filters);
            case PropertyFilter.Any(var filters) -> checkEach(filters);
            case PropertyFilter.Condition(var property, var operator, _, var address) -> {
                checkFiltered(property, address);
                checkOperator(operator, address);
            }
            case PropertyFilter.DateCondition(var property, _, _, _, var address) ->
                    checkFiltered(property, address);
            case PropertyFilter.InCohort(_, _, var address) ->
                    throw type("filters by cohort are", address);
            case PropertyFilter.HogQlHolds(_, var address) ->
                    throw type("filters in HogQL are", address);
        }
    }

    /** Refuses a breakdown by something that is not computed. */
    void check(Dimension dimension) {
        if (dimension.binCount() > 0) {
            throw NotComputedYet.refused(
                    "breakdown_histogram_bin_count", "a histogram is", "leave it out");
        }
        what(dimension.property())
                .ifPresent(what -> {
                    throw NotComputedYet.refused(
                            "breakdown_type",
                            "a breakdown by " + what + " is",
                            "use event or person");
                });
        specialKey(dimension.property())
                .ifPresent(key -> {
                    throw NotComputedYet.refused(
                            dimension.address().path(), "'" + key + "' is", ADVICE);
                });
    }

    private void checkEach(List<PropertyFilter> filters) {
        filters.forEach(this::check);
    }

    private static void checkFiltered(Property property, Address address) {
        what(property)
                .ifPresent(what -> {
                    throw type("filters by " + what + " are", address);
                });
        specialKey(property)
                .ifPresent(key -> {
                    throw NotComputedYet.refused(
                            address.member("key").path(), "'" + key + "' is", ADVICE);
                });
    }

    private static void checkOperator(Operator operator, Address address) {
        if (operator == Operator.IS_CLEANED_PATH_EXACT) {
            throw NotComputedYet.refused(
                    address.member("operator").path(), "'is_cleaned_path_exact' is", "use exact");
        }
    }

    /** What a property is one of, where that is not computed. */
    private static Optional<String> what(Property property) {
        return switch (property) {
            case Property.OfEvent _, Property.OfPerson _ -> Optional.empty();
            case Property.EventMetadata _ -> Optional.of("event metadata");
            case Property.PersonMetadata _ -> Optional.of("person metadata");
            case Property.OfGroup _ -> Optional.of("group properties");
            case Property.OfSession _ -> Optional.of("session properties");
            case Property.OfElement _ -> Optional.of("elements");
            case Property.HogQl _ -> Optional.of("HogQL");
        };
    }

    /** A key that names more than a stored property of event or person, which is not computed. */
    private static Optional<String> specialKey(Property property) {
        return switch (property) {
            case Property.OfEvent(var key) ->
                    key.startsWith(VIRTUAL) || SPECIAL_OF_EVENTS.contains(key)
                            ? Optional.of(key)
                            : Optional.empty();
            case Property.OfPerson(var key) ->
                    key.startsWith(VIRTUAL) ? Optional.of(key) : Optional.empty();
            case Property.EventMetadata _,
                    Property.PersonMetadata _,
                    Property.OfGroup _,
                    Property.OfSession _,
                    Property.OfElement _,
                    Property.HogQl _ ->
                    Optional.empty();
        };
    }

    private static InvalidRequest type(String what, Address address) {
        return NotComputedYet.refused(address.member("type").path(), what, ADVICE);
    }
}
