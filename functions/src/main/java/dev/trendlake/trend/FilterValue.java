package dev.trendlake.trend;

import java.math.BigDecimal;
import java.util.List;

/** What a property is compared with, as it stood in the request. */
public sealed interface FilterValue {
    /** No value, or JSON null. */
    record Nothing() implements FilterValue {}

    /** A text. */
    record Text(String text) implements FilterValue {}

    /** A number. */
    record Numeric(BigDecimal number) implements FilterValue {}

    /** {@code true} or {@code false}. */
    record Truth(boolean truth) implements FilterValue {}

    /** A list; may be empty, holds no lists and no {@link Nothing}. */
    record Many(List<FilterValue> values) implements FilterValue {
        /** Copies the list and checks its elements. */
        public Many {
            values = List.copyOf(values);
            for (FilterValue value : values) {
                if (value instanceof Many || value instanceof Nothing) {
                    throw new IllegalArgumentException("a list of values holds " + value);
                }
            }
        }
    }
}
