package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.request.FilterTree.Leaf;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes what an answer repeats of its question in {@code filter}, in order and as plain values;
 * without the dates (spec: trends, 9.1).
 */
final class EchoWriter {
    private static final List<String> FORMULAS = List.of("formula", "formulas", "formulaNodes");
    private static final List<String> TRUTHS =
            List.of("breakdown_normalize_url", "breakdown_hide_other_aggregation");
    private static final List<String> NUMBERS =
            List.of(
                    "breakdown_group_type_index",
                    "breakdown_histogram_bin_count",
                    "breakdown_limit");

    private final Fields fields;
    private final Map<String, Object> echo = new LinkedHashMap<>();

    EchoWriter(Fields fields) {
        this.fields = fields;
    }

    /** The members of {@code filter}. */
    Map<String, Object> write(
            Branch properties, Interval interval, Display display, int smoothing) {
        echo.put("insight", "TRENDS");
        if (!properties.isEmpty()) {
            echo.put("properties", plain(properties));
        }
        // The test accounts' filters are among the properties by now (1.1).
        echo.put("filter_test_accounts", false);
        echo.put("entity_type", "events");
        copyNumber("sampling_factor");
        copyNumber("aggregation_group_type_index");
        echo.put("interval", interval.name().toLowerCase(Locale.ROOT));
        writeTrendsFilter(display, smoothing);
        writeBreakdownFilter();
        return echo;
    }

    private void writeTrendsFilter(Display display, int smoothing) {
        echo.put("display", display.wireName());
        FORMULAS.forEach(this::copy);
        echo.put("smoothingIntervals", smoothing);
        echo.put("showLegend", false);
        echo.put("aggregationAxisFormat", "numeric");
        Presentation.NAMES.forEach((name, echoedName) -> copy(name, echoedName));
    }

    private void copy(String name) {
        copy(name, name);
    }

    private void copy(String name, String echoedName) {
        Field field = fields.field(name);
        if (!field.isBlank()) {
            echo.put(echoedName, plain(field.value()));
        }
    }

    private void writeBreakdownFilter() {
        Field breakdown = fields.field("breakdown");
        if (!breakdown.isBlank() && !breakdown.decoded().isAbsent()) {
            echo.put("breakdown", plain(breakdown.decoded().value()));
            echo.put("breakdown_type", BreakdownReader.type(fields));
        }
        List<Field> several = BreakdownReader.several(fields);
        if (!several.isEmpty()) {
            echo.put("breakdowns", several.stream().map(EchoWriter::item).toList());
        }
        NUMBERS.forEach(this::copyNumber);
        for (String name : TRUTHS) {
            Field field = fields.field(name);
            if (!field.isAbsent()) {
                echo.put(name, field.truth());
            }
        }
    }

    private void copyNumber(String name) {
        fields.field(name).numberIfAny().ifPresent(number -> echo.put(name, number));
    }

    private static Object item(Field item) {
        ObjectNode cleaned = item.value().deepCopy();
        cleaned.put("type", BreakdownReader.type(item.member("type")));
        return plain(cleaned);
    }

    private static Object plain(FilterTree tree) {
        return switch (tree) {
            case Branch(boolean any, var children) -> {
                Map<String, Object> group = new LinkedHashMap<>();
                group.put("type", any ? "OR" : "AND");
                group.put("values", children.stream().map(EchoWriter::plain).toList());
                yield group;
            }
            case Leaf(var property, _) -> plain(property);
        };
    }

    // Members that are null are left out, as in the whole of the answer's filter.
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            node.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            for (JsonNode element : node) {
                if (!element.isNull()) {
                    elements.add(plain(element));
                }
            }
            return elements;
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        return node.isBoolean() ? node.booleanValue() : Objects.requireNonNull(node.asText());
    }
}
