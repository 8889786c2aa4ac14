package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;

/**
 * Compares values: numbers within a relative error, lists element by element, of objects the keys
 * that are expected; null stands for null or nothing.
 */
final class ValueComparison {
    private static final double RELATIVE_ERROR = 1e-6;

    private final double tolerance;

    /**
     * @param tolerance by how much numbers may differ besides
     */
    ValueComparison(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The first difference between two values; the actual one may be missing. */
    Optional<Difference> compare(String path, JsonNode expected, JsonNode actual) {
        boolean same =
                switch (expected.getNodeType()) {
                    case NULL -> actual.isNull() || actual.isMissingNode();
                    case NUMBER -> actual.isNumber() && isNear(expected, actual);
                    case STRING, BOOLEAN -> actual.equals(expected);
                    case ARRAY -> actual.isArray();
                    case OBJECT -> actual.isObject();
                    case MISSING, BINARY, POJO -> false;
                };
        if (!same) {
            return Optional.of(Difference.of(path, expected, actual));
        }
        return switch (expected.getNodeType()) {
            case ARRAY -> compareElements(path, expected, actual);
            case OBJECT -> compareMembers(path, expected, actual);
            case NULL, NUMBER, STRING, BOOLEAN, MISSING, BINARY, POJO -> Optional.empty();
        };
    }

    private boolean isNear(JsonNode expected, JsonNode actual) {
        double distance = Math.abs(expected.doubleValue() - actual.doubleValue());
        return distance <= tolerance
                || distance <= RELATIVE_ERROR * Math.abs(expected.doubleValue());
    }

    private Optional<Difference> compareElements(String path, JsonNode expected, JsonNode actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Optional<Difference> difference =
                    compare("%s[%d]".formatted(path, i), expected.get(i), actual.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        if (expected.size() == actual.size()) {
            return Optional.empty();
        }
        return Optional.of(
                new Difference(
                        path,
                        "%d elements %s".formatted(expected.size(), Difference.show(expected)),
                        "%d elements %s".formatted(actual.size(), Difference.show(actual))));
    }

    private Optional<Difference> compareMembers(String path, JsonNode expected, JsonNode actual) {
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            JsonNode value = actual.get(member.getKey());
            Optional<Difference> difference =
                    compare(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                            member.getValue(),
                            value == null ? MissingNode.getInstance() : value);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }
}
