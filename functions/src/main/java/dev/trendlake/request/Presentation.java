package dev.trendlake.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that say how an answer is drawn: they are repeated in it, and change nothing else. */
final class Presentation {
    /** The names in the answer's {@code filter}, by the names in the request, in order. */
    static final Map<String, String> NAMES = names();

    private Presentation() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("show_legend", "showLegend");
        names.put("aggregation_axis_format", "aggregationAxisFormat");
        names.put("aggregation_axis_prefix", "aggregationAxisPrefix");
        names.put("aggregation_axis_postfix", "aggregationAxisPostfix");
        names.put("decimal_places", "decimalPlaces");
        names.put("min_decimal_places", "minDecimalPlaces");
        names.put("show_values_on_series", "showValuesOnSeries");
        names.put("show_labels_on_series", "showLabelsOnSeries");
        names.put("show_percent_stack_view", "showPercentStackView");
        names.put("show_alert_threshold_lines", "showAlertThresholdLines");
        names.put("show_multiple_y_axes", "showMultipleYAxes");
        names.put("y_axis_scale_type", "yAxisScaleType");
        names.put("hidden_legend_indexes", "hiddenLegendIndexes");
        names.put("hidden_legend_keys", "hiddenLegendKeys");
        names.put("goal_lines", "goalLines");
        names.put("result_customization_by", "resultCustomizationBy");
        names.put("result_customizations", "resultCustomizations");
        names.put("confidence_level", "confidenceLevel");
        names.put("moving_average_intervals", "movingAverageIntervals");
        names.put("show_confidence_intervals", "showConfidenceIntervals");
        names.put("show_moving_average", "showMovingAverage");
        names.put("show_trend_lines", "showTrendLines");
        names.put("detailed_results_aggregation_type", "detailedResultsAggregationType");
        return Collections.unmodifiableMap(names);
    }
}
