package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.trend.Actor;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;

/**
 * Refuses what this version reads but does not compute, so that no question is answered with the
 * answer to another. One rule for each thing: whoever computes it deletes its rule.
 */
public final class NotComputedYet {
    private final PropertiesNotComputedYet properties = new PropertiesNotComputedYet();

    /**
     * Gives back a question that can be computed.
     *
     * @throws InvalidRequest naming the first field that can't
     */
    public TrendQuery check(TrendQuery query) {
        if (!query.series().isEmpty()) {
            return query;
        }
        for (Series series : query.series()) {
            entity(series);
            aggregation(series);
            properties.check(series.filter());
        }
        properties.check(query.filter());
        breakdown(query.breakdown());
        display(query.display());
        comparison(query.comparison());
        formulas(query);
        smoothing(query);
        sampling(query);
        return query;
    }

    /** The error for a field; {@code what} includes its verb. */
    static InvalidRequest refused(String address, String what, String advice) {
        return new InvalidRequest(
                address,
                "%s not computed by this version of Trendlake yet; %s".formatted(what, advice));
    }

    private static void entity(Series series) {
        switch (series.entity()) {
            case Entity.Event _, Entity.AllEvents _ -> {}
            case Entity.ActionEvents _, Entity.MissingAction _ ->
                    throw refused(series.address().path(), "actions are", "use events");
        }
    }

    private static void aggregation(Series series) {
        switch (series.aggregation()) {
            case Aggregation.Total _ -> {}
            case Aggregation.UniqueActors(Actor.Person _) -> {}
            case Aggregation.UniqueActors(Actor.Group _) -> throw math(series);
            case Aggregation.ActiveActors _ -> throw math(series);
            case Aggregation.UniqueSessions _ -> throw math(series);
            case Aggregation.FirstTimeForUser _ -> throw math(series);
            case Aggregation.FirstMatchingEventForUser _ -> throw math(series);
            case Aggregation.OfProperty _ -> throw math(series);
            case Aggregation.CountPerActor _ -> throw math(series);
            case Aggregation.HogQl _ -> throw math(series);
        }
    }

    private static InvalidRequest math(Series series) {
        if (series.naming().math().equals("dau")) {
            return refused(
                    series.address().member("math_group_type_index").path(),
                    "'dau' of groups is",
                    "leave math_group_type_index out to count people");
        }
        return refused(
                series.address().member("math").path(),
                "'" + series.naming().math() + "' is",
                "use total or dau");
    }

    private void breakdown(Breakdown breakdown) {
        switch (breakdown) {
            case Breakdown.None _ -> {}
            case Breakdown.Single(var dimension) -> properties.check(dimension);
            case Breakdown.Several _ ->
                    throw refused(
                            "breakdowns",
                            "a list of breakdowns is",
                            "use breakdown with one event or person property");
            case Breakdown.Cohorts _ ->
                    throw refused(
                            "breakdown_type", "a breakdown by cohorts is", "use event or person");
        }
    }

    private static void display(Display display) {
        switch (display) {
            case LINE_GRAPH, BAR, AREA_GRAPH, UNSTACKED_BAR -> {}
            case LINE_GRAPH_CUMULATIVE,
                    BOLD_NUMBER,
                    PIE,
                    TABLE,
                    BAR_VALUE,
                    WORLD_MAP,
                    CALENDAR_HEATMAP ->
                    throw refused(
                            "display",
                            "'" + display.wireName() + "' is",
                            "use ActionsLineGraph, ActionsBar, ActionsAreaGraph or"
                                    + " ActionsUnstackedBar");
        }
    }

    private static void comparison(Comparison comparison) {
        switch (comparison) {
            case Comparison.None _ -> {}
            case Comparison.With _ ->
                    throw refused("compare", "a comparison is", "leave it out or use false");
        }
    }

    private static void formulas(TrendQuery query) {
        if (!query.formulas().isEmpty()) {
            throw refused(
                    query.formulas().getFirst().address().path(), "formulas are", "leave it out");
        }
    }

    private static void smoothing(TrendQuery query) {
        if (query.smoothing() > 1) {
            throw refused("smoothing_intervals", "smoothing is", "leave it out or use 1");
        }
    }

    private static void sampling(TrendQuery query) {
        if (query.samplingFactor() < 1) {
            throw refused("sampling_factor", "sampling is", "leave it out or use 1");
        }
    }
}
