package dev.trendlake.hogql;

import java.math.BigDecimal;
import java.util.List;

/** A step into a JSON document. */
sealed interface JsonStep {
    /** Into an object. */
    record Member(String key) implements JsonStep {}

    /** Into a list, whose first element is 1. */
    record Place(int place) implements JsonStep {}

    static JsonStep element(BigDecimal place) {
        // What lies outside of an int is outside of every list, too.
        boolean possible = place.signum() > 0 && place.precision() < 10;
        return new Place(possible ? place.intValueExact() : Integer.MAX_VALUE);
    }

    /** Some steps as a JSON path. */
    static String path(List<JsonStep> steps) {
        StringBuilder path = new StringBuilder("$");
        for (JsonStep step : steps) {
            switch (step) {
                case Member(var key) ->
                        path.append("[\"")
                                .append(key.replace("\\", "\\\\").replace("\"", "\\\""))
                                .append("\"]");
                case Place(var place) ->
                        path.append('[').append(Math.max(place, 1) - 1).append(']');
            }
        }
        return path.toString();
    }
}
