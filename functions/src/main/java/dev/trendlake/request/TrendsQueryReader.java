package dev.trendlake.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.project.Definitions;
import dev.trendlake.project.Project;
import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Interval;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.time.Instant;
import java.util.List;

/**
 * Reads the other form of a trends question, PostHog's {@code TrendsQuery} (spec: trends, 1.3): the
 * same question as in the filter form is the same {@link TrendQuery}. A member that is null is one
 * that isn't there; one of no known name is refused, as in PostHog.
 *
 * <p>Without effect on the question, on purpose: {@code modifiers}, {@code response}, {@code tags},
 * {@code version} and {@code dataColorTheme}, and what {@link Presentation} lists.
 */
public final class TrendsQueryReader {
    private static final int MAX_BREAKDOWNS = 3;

    private final FilterTreeReader trees = new FilterTreeReader();

    /**
     * The question that a request to the query endpoint asks of a project.
     *
     * @param definitions finds the actions and cohorts that the request names
     * @param now the moment of the request, which relative dates count back from
     * @throws dev.trendlake.error.MalformedRequest when the query is not of PostHog's model
     * @throws dev.trendlake.error.InvalidRequest when a field can't be understood
     */
    public TrendQuery read(
            RequestParameters parameters, Project project, Definitions definitions, Instant now) {
        Field body = new Field(parameters.body(), new Address(""));
        QueryShape.check(body, QueryShape.REQUEST);
        requirePlainRequest(body);
        return read(body.member("query"), project, definitions, now);
    }

    /** The question that a query asks which is kept by itself, as saved insights keep it. */
    public TrendQuery read(JsonNode query, Project project, Definitions definitions, Instant now) {
        return read(new Field(query, new Address("query")), project, definitions, now);
    }

    private TrendQuery read(Field node, Project project, Definitions definitions, Instant now) {
        Field query = QueryKind.trends(node);
        checkShape(query);
        ProjectReaders readers = ProjectReaders.of(project, definitions, now);
        Fields fields = new QueryFields(query);
        List<Series> series = series(query, fields, readers);
        Interval interval = ChoiceReader.interval(fields.field("interval"));
        Branch properties = new GlobalFilterReader(trees, project).readWithoutGroups(fields);
        return new QuestionReader(project, readers).read(fields, series, interval, properties);
    }

    private static List<Series> series(Field query, Fields fields, ProjectReaders readers) {
        List<Series> series = new QueryNodeReader(readers).read(query.member("series"));
        return fields.field("session_level").truth()
                ? series.stream().map(SeriesReader::oncePerSession).toList()
                : series;
    }

    private static void requirePlainRequest(Field body) {
        Field context = body.member("limit_context");
        if (!context.isAbsent() && !context.value().asText("").equals("posthog_ai")) {
            throw QueryShape.refused(context, "Input should be 'posthog_ai'");
        }
        Field overrides = body.member("filters_override");
        if (!overrides.isAbsent() && !overrides.value().isEmpty()) {
            throw overrides.refused("filters are not overridden; put them in the query itself");
        }
    }

    private static void checkShape(Field query) {
        QueryShape.check(query, QueryShape.QUERY);
        QueryShape.check(query.member("dateRange"), QueryShape.DATE_RANGE);
        QueryShape.check(query.member("compareFilter"), QueryShape.COMPARE_FILTER);
        Field filter = query.member("trendsFilter");
        QueryShape.check(filter, QueryShape.TRENDS_FILTER);
        QueryShape.checkList(filter.member("formulas"));
        QueryShape.checkList(filter.member("formulaNodes"));
        filter.member("formulaNodes")
                .elements()
                .forEach(node -> QueryShape.check(node, QueryShape.FORMULA_NODE));
        checkBreakdowns(query.member("breakdownFilter"));
        Field goal = query.member("conversionGoal");
        if (!goal.isAbsent()) {
            throw goal.refused("conversion goals are not computed; leave it out");
        }
    }

    private static void checkBreakdowns(Field filter) {
        QueryShape.check(filter, QueryShape.BREAKDOWN_FILTER);
        Field breakdowns = filter.member("breakdowns");
        QueryShape.checkList(breakdowns);
        List<Field> items = breakdowns.elements();
        if (items.size() > MAX_BREAKDOWNS) {
            throw QueryShape.refused(
                    breakdowns,
                    "List should have at most 3 items after validation, not " + items.size());
        }
        for (Field item : items) {
            QueryShape.check(item, QueryShape.BREAKDOWN);
            if (item.member("property").isAbsent()) {
                throw QueryShape.refused(item.member("property"), "Field required");
            }
        }
    }
}
