package dev.trendlake.bench.stack;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What was measured, in ascending order.
 *
 * @param times at least one
 */
record Sample(List<Duration> times) {
    Sample {
        times = times.stream().sorted().toList();
        if (times.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
    }

    Duration median() {
        return at(0.5);
    }

    Duration p95() {
        return at(0.95);
    }

    /** How many times as long as another the median is. */
    String ratioTo(Sample other) {
        double ratio = (double) median().toNanos() / other.median().toNanos();
        return String.format(Locale.ROOT, "%.1f×", ratio);
    }

    static String milliseconds(Duration time) {
        double milliseconds = time.toNanos() / 1e6;
        return String.format(
                Locale.ROOT, milliseconds < 100 ? "%.1f ms" : "%,.0f ms", milliseconds);
    }

    // The nearest rank.
    private Duration at(double share) {
        return times.get((int) Math.ceil(share * times.size()) - 1);
    }
}
