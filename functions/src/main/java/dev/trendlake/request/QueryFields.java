package dev.trendlake.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of a {@code TrendsQuery}, which keeps most of them in objects of their own. */
record QueryFields(Field query) implements Fields {
    private static final Map<String, List<String>> PLACES = places();

    @Override
    public Field field(String name) {
        List<String> place = PLACES.getOrDefault(name, List.of(name));
        Field field = query;
        for (String member : place) {
            field = field.member(member);
        }
        return field;
    }

    private static Map<String, List<String>> places() {
        Map<String, List<String>> places = new HashMap<>();
        places.put("date_from", List.of("dateRange", "date_from"));
        places.put("date_to", List.of("dateRange", "date_to"));
        places.put("explicit_date", List.of("dateRange", "explicitDate"));
        places.put("filter_test_accounts", List.of("filterTestAccounts"));
        places.put("sampling_factor", List.of("samplingFactor"));
        for (String name : List.of("compare", "compare_to")) {
            places.put(name, List.of("compareFilter", name));
        }
        for (String name : QueryShape.BREAKDOWN_FILTER) {
            places.put(name, List.of("breakdownFilter", name));
        }
        for (String name : List.of("display", "formula", "formulas", "formulaNodes")) {
            places.put(name, List.of("trendsFilter", name));
        }
        places.put("smoothing_intervals", List.of("trendsFilter", "smoothingIntervals"));
        places.put("session_level", List.of("trendsFilter", "sessionLevelAggregation"));
        Presentation.NAMES.forEach(
                (name, camelCase) -> places.put(name, List.of("trendsFilter", camelCase)));
        return Map.copyOf(places);
    }
}
