package dev.trendlake.request;

import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Reads the filter form of a trends question, PostHog's {@code POST insights/trend} (spec: trends,
 * 1). Every field that says what is asked is understood or refused with its address.
 *
 * <p>Without effect on the question, on purpose: fields about the drawing, which are only repeated
 * ({@link Presentation}); {@code refresh}, which {@link RefreshReader} reads; {@code format},
 * {@code offset}, {@code export_name} and {@code export_insight_id}, which shape the answer; {@code
 * personal_api_key} and {@code token}, which say who asks; {@code client_query_id}, {@code
 * entity_type}, {@code date}, {@code period} and a bare {@code event}. Fields of no known name are
 * ignored, as PostHog does.
 */
public final class TrendFilterReader {
    private final FilterTreeReader trees = new FilterTreeReader();

    /**
     * The question that a request asks of a project.
     *
     * @param definitions finds the actions and cohorts that the request names
     * @param now the moment of the request, which relative dates count back from
     * @throws dev.trendlake.error.InvalidRequest when a field can't be understood
     */
    public TrendQuery read(
            RequestParameters parameters, Project project, Definitions definitions, Instant now) {
        requireTrends(parameters);
        Fields fields = new FilterFields(parameters);
        ProjectReaders readers = ProjectReaders.of(project, definitions, now);
        List<Series> series = new FilterSeriesReader(readers).read(fields);
        Interval interval = ChoiceReader.intervalOfFilter(fields.field("interval"));
        Branch properties = new GlobalFilterReader(trees, project).read(fields);
        return new QuestionReader(project, readers).read(fields, series, interval, properties);
    }

    private static void requireTrends(RequestParameters parameters) {
        Field insight = parameters.field("insight");
        String word = insight.textOrEmpty().toUpperCase(Locale.ROOT);
        if (!word.isEmpty() && !word.equals("TRENDS")) {
            throw insight.refused("'" + insight.text() + "' is not computed; use TRENDS");
        }
        Field shownAs = parameters.field("shown_as");
        String shape = shownAs.textOrEmpty();
        if (!shape.isEmpty() && !shape.equals("Volume")) {
            throw shownAs.refused("'" + shape + "' is not computed; use Volume or leave it out");
        }
        Field warehouse = parameters.field("data_warehouse");
        if (!warehouse.isBlank() && !warehouse.decoded().value().isEmpty()) {
            throw warehouse.refused("tables of a data warehouse are not computed; use events");
        }
    }
}
