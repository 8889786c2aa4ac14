package dev.trendlake.answer;

import dev.trendlake.plan.BreakdownValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order of entries (spec: trends, 5.3): series by series; in a series by sum, largest first,
 * then by value; then no value, then all others.
 */
final class EntryOrder {
    static final Comparator<SeriesPoints> BY_SERIES_AND_SIZE =
            Comparator.comparingInt(SeriesPoints::series)
                    .thenComparingInt(EntryOrder::rank)
                    .thenComparing(Comparator.comparingDouble(SeriesPoints::total).reversed())
                    .thenComparing(SeriesPoints::value, EntryOrder::compareBytes);

    private EntryOrder() {}

    private static int rank(SeriesPoints points) {
        return switch (points.value()) {
            case BreakdownValue.NONE -> 1;
            case BreakdownValue.OTHER -> 2;
            default -> 0;
        };
    }

    // As the database compares texts; Java would put emoji before some other letters.
    private static int compareBytes(String left, String right) {
        return Arrays.compareUnsigned(
                left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
