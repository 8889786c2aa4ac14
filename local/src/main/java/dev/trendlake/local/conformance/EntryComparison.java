package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Compares an entry of the answer's list with what is expected of it. */
final class EntryComparison {
    private static final Map<String, String> LISTS_BY_INDEX =
            Map.of("data_at", "data", "days_at", "days", "labels_at", "labels");

    private final ValueComparison values;

    EntryComparison(double tolerance) {
        this.values = new ValueComparison(tolerance);
    }

    /** The first difference of an entry. */
    Optional<Difference> compare(String path, JsonNode expected, JsonNode actual) {
        ObjectNode whole = expected.deepCopy();
        whole.remove(LISTS_BY_INDEX.keySet());
        Optional<Difference> difference = values.compare(path, whole, actual);
        if (difference.isPresent()) {
            return difference;
        }
        return LISTS_BY_INDEX.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(list ->
                        compareElements(
                                path + "." + list.getValue(),
                                expected.path(list.getKey()),
                                actual.path(list.getValue()))
                                .stream())
                .findFirst();
    }

    /** How many of the expected keys are right: of two wrong entries, the one meant has more. */
    long likeness(JsonNode expected, JsonNode actual) {
        return expected.properties().stream()
                .filter(member ->
                        values.compare(
                                        member.getKey(),
                                        member.getValue(),
                                        actual.path(member.getKey()))
                                .isEmpty())
                .count();
    }

    private Optional<Difference> compareElements(String path, JsonNode expected, JsonNode actual) {
        if (expected.isMissingNode()) {
            return Optional.empty();
        }
        if (!actual.isArray()) {
            return Optional.of(new Difference(path, "a list", Difference.show(actual)));
        }
        for (Map.Entry<String, JsonNode> element : expected.properties()) {
            int index = Integer.parseInt(element.getKey());
            String place = "%s[%d]".formatted(path, index);
            JsonNode value = actual.path(index);
            Optional<Difference> difference =
                    value.isMissingNode()
                            ? Optional.of(Difference.of(place, element.getValue(), value))
                            : values.compare(place, element.getValue(), value);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }
}
