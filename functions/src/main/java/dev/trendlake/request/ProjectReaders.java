package dev.trendlake.request;

import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import java.time.Instant;

/**
 * The readers of one question: they know the moment it is asked, and what its project defines.
 *
 * @param dates resolves dates
 * @param hogQl reads expressions
 * @param cohorts finds cohorts
 * @param filters reads property filters
 * @param actions finds actions
 * @param series reads what both wire forms say of a series
 * @param breakdowns reads breakdowns
 */
record ProjectReaders(
        DateReader dates,
        HogQlReader hogQl,
        CohortReader cohorts,
        PropertyFilterReader filters,
        ActionReader actions,
        SeriesReader series,
        BreakdownReader breakdowns) {

    static ProjectReaders of(Project project, Definitions definitions, Instant now) {
        DateReader dates = new DateReader(now, project.zone());
        CohortReader cohorts = new CohortReader(definitions, dates);
        HogQlReader hogQl = new HogQlReader(definitions, dates, cohorts);
        PropertyFilterReader filters = new PropertyFilterReader(dates, cohorts, hogQl);
        return new ProjectReaders(
                dates,
                hogQl,
                cohorts,
                filters,
                new ActionReader(definitions, filters),
                new SeriesReader(new AggregationReader(hogQl), filters),
                new BreakdownReader(cohorts, hogQl));
    }
}
