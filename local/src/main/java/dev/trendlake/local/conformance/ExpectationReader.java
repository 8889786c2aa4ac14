package dev.trendlake.local.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.local.conformance.Expectation.Entries;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a request must be answered with. */
final class ExpectationReader {
    private static final Set<String> ERROR_KEYS = Set.of("type", "code", "attr", "detail");
    private static final Set<String> LISTS_BY_INDEX = Set.of("data_at", "days_at", "labels_at");

    private ExpectationReader() {}

    static Expectation read(CaseObject expect) throws InvalidCase {
        Optional<List<JsonNode>> result = entries(expect, "result");
        Optional<List<JsonNode>> contains = entries(expect, "contains");
        if (result.isPresent() && contains.isPresent()) {
            throw expect.wrong("contains", "stands beside 'result'");
        }
        int status = Math.toIntExact(expect.optionalInteger("status").orElse(200L));
        Expectation expectation =
                new Expectation(
                        status,
                        mode(expect, contains.isPresent()),
                        result.or(() -> contains).orElse(null),
                        expect.optionalInteger("result_count").map(Math::toIntExact).orElse(null),
                        error(expect, status),
                        expect.content("body").orElseGet(CaseJson.MAPPER::createObjectNode),
                        expect.optionalText("text").orElse(null),
                        tolerance(expect));
        expect.end();
        return expectation;
    }

    private static Optional<List<JsonNode>> entries(CaseObject expect, String key)
            throws InvalidCase {
        Optional<List<JsonNode>> entries = expect.optionalList(key);
        for (JsonNode entry : entries.orElseGet(List::of)) {
            if (!entry.isObject()) {
                throw expect.wrong(key, "an entry is not an object");
            }
            for (String list : LISTS_BY_INDEX) {
                checkIndexes(expect, list, entry.path(list));
            }
        }
        return entries;
    }

    private static void checkIndexes(CaseObject expect, String list, JsonNode elements)
            throws InvalidCase {
        if (elements.isMissingNode()) {
            return;
        }
        if (!elements.isObject()) {
            throw expect.wrong(list, "not an object from index to value");
        }
        for (var element : elements.properties()) {
            if (!element.getKey().matches("0|[1-9][0-9]{0,8}")) {
                throw expect.wrong(list, "'%s' is no index".formatted(element.getKey()));
            }
        }
    }

    private static Entries mode(CaseObject expect, boolean amongOthers) throws InvalidCase {
        Optional<String> order = expect.optionalText("order");
        if (!Set.of("exact", "any").contains(order.orElse("exact"))) {
            throw expect.wrong("order", "'%s' is no order".formatted(order.orElse("")));
        }
        if (amongOthers) {
            return Entries.AMONG_OTHERS;
        }
        return order.orElse("exact").equals("any") ? Entries.IN_ANY_ORDER : Entries.IN_ORDER;
    }

    private static ObjectNode error(CaseObject expect, int status) throws InvalidCase {
        Optional<ObjectNode> error = expect.content("error");
        if (error.isPresent() && (status < 400 || status > 499)) {
            throw expect.wrong("error", "status %d has none".formatted(status));
        }
        for (var member : error.orElseGet(CaseJson.MAPPER::createObjectNode).properties()) {
            if (!ERROR_KEYS.contains(member.getKey())) {
                throw expect.wrong("error", "unknown key '%s'".formatted(member.getKey()));
            }
        }
        return error.orElseGet(CaseJson.MAPPER::createObjectNode);
    }

    private static double tolerance(CaseObject expect) throws InvalidCase {
        double tolerance =
                expect.optionalNumber("tolerance").map(JsonNode::doubleValue).orElse(0.0);
        if (tolerance < 0) {
            throw expect.wrong("tolerance", "negative");
        }
        return tolerance;
    }
}
