package dev.trendlake.request;

import dev.trendlake.project.Project;
import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;
import java.math.BigDecimal;
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
    private final BreakdownReader breakdowns = new BreakdownReader();
    private final FormulaReader formulas = new FormulaReader();

    /**
     * The question that a request asks of a project.
     *
     * @param now the moment of the request, which relative dates count back from
     * @throws dev.trendlake.error.InvalidRequest when a field can't be understood
     */
    public TrendQuery read(RequestParameters parameters, Project project, Instant now) {
        requireTrends(parameters);
        DateReader dates = new DateReader(now, project.zone());
        PropertyFilterReader filters = new PropertyFilterReader(dates);
        List<Series> series = new SeriesReader(filters).read(parameters);
        Interval interval = ChoiceReader.interval(parameters.field("interval"));
        Display display = ChoiceReader.display(parameters.field("display"));
        TimeRange range = new DateRangeReader(project, dates).read(parameters, interval, display);
        Branch properties = new GlobalFilterReader(trees, project).read(parameters);
        int smoothing = smoothing(parameters.field("smoothing_intervals"));
        return new TrendQuery(
                series,
                range,
                interval,
                now,
                filters.read(properties),
                breakdowns.read(parameters),
                breakdowns.limit(parameters, display),
                comparison(parameters),
                display,
                formulas.read(parameters, series.size()),
                smoothing,
                samplingFactor(parameters.field("sampling_factor")),
                new EchoWriter(parameters).write(properties, interval, display, smoothing));
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

    private static int smoothing(Field field) {
        if (field.isBlank()) {
            return 1;
        }
        return field.wholeNumberIfAny()
                .filter(number -> number >= 1)
                .orElseThrow(
                        () -> field.refused("Smoothing intervals must be a positive integer!"));
    }

    private static double samplingFactor(Field field) {
        if (field.isBlank()) {
            return 1;
        }
        return field.numberIfAny()
                .map(BigDecimal::doubleValue)
                .filter(factor -> factor > 0 && factor <= 1)
                .orElseThrow(() ->
                        field.refused(
                                "Sampling factor must be greater than 0 and smaller or"
                                        + " equal to 1"));
    }

    // A shift alone compares nothing (spec: trends, 6).
    private static Comparison comparison(RequestParameters parameters) {
        Field shift = parameters.field("compare_to");
        if (!parameters.field("compare").truth()) {
            return new Comparison.None();
        }
        throw shift.refused("not yet");
    }
}
