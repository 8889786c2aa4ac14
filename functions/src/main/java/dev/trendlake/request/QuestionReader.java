package dev.trendlake.request;

import dev.trendlake.project.Project;
import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.trend.Display;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.math.BigDecimal;
import java.util.List;

/** Reads what both wire forms say in the same words, once the series are known. */
final class QuestionReader {
    private final FormulaReader formulas = new FormulaReader();
    private final Project project;
    private final ProjectReaders readers;

    QuestionReader(Project project, ProjectReaders readers) {
        this.project = project;
        this.readers = readers;
    }

    /** The question about these series, with buckets and filters as its form has them. */
    TrendQuery read(Fields fields, List<Series> series, Interval interval, Branch properties) {
        Display display = ChoiceReader.display(fields.field("display"));
        DateRangeReader ranges = new DateRangeReader(project, readers.dates());
        int smoothing = smoothing(fields.field("smoothing_intervals"));
        return new TrendQuery(
                series,
                ranges.read(fields, interval, display),
                interval,
                readers.dates().now().toInstant(),
                readers.filters().read(properties),
                readers.breakdowns().read(fields),
                readers.breakdowns().limit(fields, display),
                new ComparisonReader(readers.dates(), ranges).read(fields, interval, display),
                display,
                formulas.read(fields, series.size()),
                smoothing,
                samplingFactor(fields.field("sampling_factor")),
                new EchoWriter(fields).write(properties, interval, display, smoothing));
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
}
