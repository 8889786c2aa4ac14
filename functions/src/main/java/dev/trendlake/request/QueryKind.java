package dev.trendlake.request;

import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.MalformedRequest;
import java.util.Set;

/** Finds the {@code TrendsQuery} in what the query endpoint is sent (spec: HTTP, query). */
final class QueryKind {
    private static final String TRENDS = "TrendsQuery";

    /** Kinds that show what their {@code source} asks. */
    private static final Set<String> VIEWS =
            Set.of("DataTableNode", "DataVisualizationNode", "InsightVizNode");

    /** Other kinds of PostHog's: they exist, and are not for us. */
    private static final Set<String> OTHERS =
            Set.of(
                    "ActionsNode",
                    "ActorsPropertyTaxonomyQuery",
                    "ActorsQuery",
                    "CalendarHeatmapQuery",
                    "DataWarehouseNode",
                    "DatabaseSchemaQuery",
                    "ErrorTrackingQuery",
                    "EventTaxonomyQuery",
                    "EventsNode",
                    "EventsQuery",
                    "ExperimentExposureQuery",
                    "ExperimentFunnelsQuery",
                    "ExperimentQuery",
                    "ExperimentTrendsQuery",
                    "FunnelCorrelationActorsQuery",
                    "FunnelCorrelationQuery",
                    "FunnelsActorsQuery",
                    "FunnelsQuery",
                    "GroupNode",
                    "GroupsQuery",
                    "HogQLASTQuery",
                    "HogQLAutocomplete",
                    "HogQLMetadata",
                    "HogQLQuery",
                    "HogQuery",
                    "InsightActorsQuery",
                    "InsightActorsQueryOptions",
                    "LifecycleQuery",
                    "LogsQuery",
                    "MarketingAnalyticsTableQuery",
                    "PathsQuery",
                    "PersonsNode",
                    "RecordingsQuery",
                    "RetentionQuery",
                    "RevenueAnalyticsGrossRevenueQuery",
                    "RevenueAnalyticsMetricsQuery",
                    "RevenueAnalyticsOverviewQuery",
                    "RevenueExampleDataWarehouseTablesQuery",
                    "RevenueExampleEventsQuery",
                    "SavedInsightNode",
                    "SessionAttributionExplorerQuery",
                    "SessionBatchEventsQuery",
                    "SessionsTimelineQuery",
                    "StickinessActorsQuery",
                    "StickinessQuery",
                    "SuggestedQuestionsQuery",
                    "TeamTaxonomyQuery",
                    "TraceQuery",
                    "TracesQuery",
                    "UsageMetricsQuery",
                    "VectorSearchQuery",
                    "WebAnalyticsExternalSummaryQuery",
                    "WebExternalClicksTableQuery",
                    "WebGoalsQuery",
                    "WebOverviewQuery",
                    "WebPageURLSearchQuery",
                    "WebStatsTableQuery",
                    "WebVitalsPathBreakdownQuery",
                    "WebVitalsQuery");

    private QueryKind() {}

    /**
     * The query itself, or the one that it shows.
     *
     * @throws MalformedRequest when it is of a kind that nobody knows
     * @throws InvalidRequest when it is of one that is not computed here
     */
    static Field trends(Field query) {
        if (query.isAbsent()) {
            throw QueryShape.refused(query, "Field required");
        }
        if (!query.value().isObject()) {
            throw QueryShape.refused(query, "Input should be an object");
        }
        Field kind = query.member("kind");
        if (kind.isAbsent()) {
            throw QueryShape.refused(
                    query, "Unable to extract tag using discriminator 'kind'; use " + TRENDS);
        }
        String word = QueryShape.shortened(kind.value().asText(""));
        if (word.equals(TRENDS)) {
            return query;
        }
        if (VIEWS.contains(word)) {
            return source(query.member("source"), word);
        }
        if (OTHERS.contains(word)) {
            throw unsupported(word);
        }
        throw QueryShape.refused(
                query,
                "Input tag '%s' found using 'kind' does not match any of the expected tags: '%s'"
                        .formatted(word, TRENDS));
    }

    // One step, since no view shows a view.
    private static Field source(Field source, String view) {
        Field kind = source.member("kind");
        if (kind.isAbsent()) {
            throw QueryShape.refused(source, "Field required");
        }
        if (VIEWS.contains(kind.value().asText(""))) {
            throw unsupported(view);
        }
        return trends(source);
    }

    private static InvalidRequest unsupported(String kind) {
        return new InvalidRequest("", "Unsupported query kind: " + kind);
    }
}
