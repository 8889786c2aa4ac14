package dev.trendlake.plan;

import dev.trendlake.trend.FilterValue;
import java.util.List;

/** Reads a filter's value as the list that it is or stands for. */
final class FilterValues {
    private FilterValues() {}

    /** The values of a list, or the one value; none for nothing. */
    static List<FilterValue> elements(FilterValue value) {
        return switch (value) {
            case FilterValue.Many(var values) -> values;
            case FilterValue.Nothing() -> List.of();
            case FilterValue.Text _, FilterValue.Numeric _, FilterValue.Truth _ -> List.of(value);
        };
    }

    /** The same as texts. */
    static List<String> texts(FilterValue value) {
        return elements(value).stream().map(ComparedValue::text).toList();
    }
}
