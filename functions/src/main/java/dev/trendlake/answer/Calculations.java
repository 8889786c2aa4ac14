package dev.trendlake.answer;

import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.TrendQuery;

/**
 * How PostHog cuts a question up (spec: trends, 5.4): for a single cohort, and as soon as everybody
 * is among them, it calculates cohort by cohort. Orders and labels follow from that.
 */
final class Calculations {
    private Calculations() {}

    /** Whether all series of a cohort come before those of the next one. */
    static boolean areByCohort(Breakdown breakdown) {
        return switch (breakdown) {
            case Breakdown.None _, Breakdown.Single _, Breakdown.Several _ -> false;
            case Breakdown.Cohorts(var cohorts, _) ->
                    cohorts.size() == 1 || hasEverybody(breakdown);
        };
    }

    /** Whether one of the cohorts is everybody. */
    static boolean hasEverybody(Breakdown breakdown) {
        return switch (breakdown) {
            case Breakdown.None _, Breakdown.Single _, Breakdown.Several _ -> false;
            case Breakdown.Cohorts(var cohorts, _) ->
                    cohorts.stream().anyMatch(cohort -> cohort.id() == Cohort.ALL_USERS);
        };
    }

    /** How many there are for one period. */
    static int count(TrendQuery query) {
        int series = query.series().size();
        return switch (query.breakdown()) {
            case Breakdown.None _, Breakdown.Single _, Breakdown.Several _ -> series;
            case Breakdown.Cohorts(var cohorts, _) ->
                    areByCohort(query.breakdown()) ? series * cohorts.size() : series;
        };
    }
}
