package dev.trendlake.function;

import dev.trendlake.trends.Stage;
import java.util.Locale;

/** A number that is told with a line of the log, and its unit in CloudWatch's words. */
record Metric(String name, String unit) {
    /** The answer's rows were known. */
    static final Metric CACHE_HITS = count("cache_hits");

    /** A part of the answer's rows was known. */
    static final Metric CACHE_PARTIAL_HITS = count("cache_partial_hits");

    /** The answer's rows were computed whole. */
    static final Metric CACHE_MISSES = count("cache_misses");

    /** The answer's rows are older ones, given because newer ones could not be computed. */
    static final Metric CACHE_STALE = count("cache_stale");

    /** Executions of the engine that were started. */
    static final Metric EXECUTIONS = count("executions");

    /** How many bytes these read, as far as their rows were waited for. */
    static final Metric BYTES_READ = new Metric("bytes_read", "Bytes");

    /** What these bytes cost, in US dollars. */
    static final Metric DOLLARS = new Metric("dollars", "None");

    /** How long the whole request took. */
    static final Metric MILLISECONDS = new Metric("milliseconds", "Milliseconds");

    /** Questions that a run of the warmer had computed. */
    static final Metric WARMED = count("warmed");

    /** Stale questions that a run of the warmer left, because its budget was spent. */
    static final Metric WARM_OVER_BUDGET = count("warm_over_budget");

    /** Questions that a run of the warmer could not have computed. */
    static final Metric WARM_FAILED = count("warm_failed");

    /** How long a stage of a request took. */
    static Metric of(Stage stage) {
        return new Metric(
                stage.name().toLowerCase(Locale.ROOT) + "_milliseconds", MILLISECONDS.unit());
    }

    private static Metric count(String name) {
        return new Metric(name, "Count");
    }
}
