package dev.trendlake.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.json.JsonTree;
import dev.trendlake.project.PropertyDefinitions;
import dev.trendlake.project.PropertyType;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.Dimension;
import dev.trendlake.trend.Property;
import java.util.ArrayList;
import java.util.List;

/** Reads the breakdown values of rows. */
final class BreakdownKeys {

    private final Breakdown breakdown;
    private final PropertyDefinitions definitions;

    BreakdownKeys(Breakdown breakdown, PropertyDefinitions definitions) {
        this.breakdown = breakdown;
        this.definitions = definitions;
    }

    /** The key that a row's value means. */
    BreakdownKey of(String value) {
        return switch (breakdown) {
            case Breakdown.None() -> new BreakdownKey.None();
            case Breakdown.Single(var dimension) ->
                    new BreakdownKey.Single(shown(value, dimension));
            case Breakdown.Several(var dimensions) -> several(value, dimensions);
            case Breakdown.Cohorts(var cohorts, _) -> inCohort(Long.parseLong(value), cohorts);
        };
    }

    private BreakdownKey several(String json, List<Dimension> dimensions) {
        JsonNode list = read(json);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            values.add(shown(list.path(i).asText(), dimensions.get(i)));
        }
        return new BreakdownKey.Several(values);
    }

    private static BreakdownKey inCohort(long id, List<Cohort> cohorts) {
        for (int place = 0; place < cohorts.size(); place++) {
            if (cohorts.get(place).id() == id) {
                return new BreakdownKey.InCohort(cohorts.get(place), place);
            }
        }
        throw new IllegalStateException("the engine gave cohort " + id + ", which nobody asked");
    }

    // The store knows truth values as numbers, too.
    private String shown(String value, Dimension dimension) {
        if (!isTruth(dimension.property())) {
            return value;
        }
        return switch (value) {
            case "1" -> "true";
            case "0" -> "false";
            default -> value;
        };
    }

    private boolean isTruth(Property property) {
        PropertyType type =
                switch (property) {
                    case Property.OfEvent(var key) -> definitions.ofEvent(key);
                    case Property.OfPerson(var key) -> definitions.ofPerson(key);
                    case Property.OfGroup(int index, var key) -> definitions.ofGroup(index, key);
                    case Property.EventMetadata _,
                            Property.PersonMetadata _,
                            Property.OfSession _,
                            Property.OfElement _,
                            Property.HogQl _ ->
                            PropertyType.STRING;
                };
        return type == PropertyType.BOOLEAN;
    }

    private static JsonNode read(String json) {
        try {
            return JsonTree.read(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the engine gave values that are no JSON", e);
        }
    }
}
