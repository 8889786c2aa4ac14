package dev.trendlake.answer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.engine.Row;
import dev.trendlake.plan.BucketPlanner;
import dev.trendlake.trend.Aggregation;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the entries of an answer from the rows of its statement (spec: trends, 9). */
final class SeriesBuilder {
    private static final JsonMapper JSON = new JsonMapper();

    private final TrendQuery query;
    private final List<String> bucketNames;
    // The same in every entry: made once, and put into each.
    private final ArrayNode days;
    private final ArrayNode labels;
    private final ObjectNode filter;
    private final List<ObjectNode> actions;

    SeriesBuilder(TrendQuery query) {
        this.query = query;
        this.bucketNames =
                query.range().buckets().stream()
                        .map(bucket -> BucketPlanner.nameOf(bucket, query.range()))
                        .toList();
        BucketLabels names = new BucketLabels(query.range());
        this.days = array(names.days());
        this.labels = array(names.labels());
        this.filter = EchoedQuestion.filter(query);
        this.actions = actions(query);
    }

    /** The entries, in the order of the answer. */
    ArrayNode entries(List<Row> rows) {
        List<SeriesPoints> points = new ArrayList<>(rows.stream().map(SeriesPoints::of).toList());
        if (!isBrokenDown()) {
            addEmptySeries(points);
        }
        points.sort(EntryOrder.BY_SERIES_AND_SIZE);
        ArrayNode entries = JSON.createArrayNode();
        points.forEach(one -> entries.add(entry(one)));
        return entries;
    }

    // Without a breakdown, a series without events is an entry of zeros.
    private void addEmptySeries(List<SeriesPoints> points) {
        List<Integer> present = points.stream().map(SeriesPoints::series).toList();
        for (int i = 0; i < query.series().size(); i++) {
            if (!present.contains(i)) {
                points.add(new SeriesPoints(i, "", Map.of()));
            }
        }
    }

    private ObjectNode entry(SeriesPoints points) {
        Series series = query.series().get(points.series());
        ObjectNode entry = JSON.createObjectNode();
        ArrayNode data = entry.putArray("data");
        double sum = 0;
        for (String bucket : bucketNames) {
            double amount = points.amounts().getOrDefault(bucket, 0.0);
            sum += amount;
            addNumber(data, amount, series.aggregation());
        }
        entry.set("labels", labels);
        entry.set("days", days);
        entry.put("count", sum);
        entry.put("label", label(series, points.value()));
        entry.set("filter", filter);
        entry.set("action", actions.get(points.series()));
        entry.put("order", points.series());
        if (isBrokenDown()) {
            entry.put("breakdown_value", points.value());
        }
        return entry;
    }

    private String label(Series series, String value) {
        String label = WireNames.label(series);
        if (!isBrokenDown()) {
            return label;
        }
        return query.series().size() == 1 ? value : label + " - " + value;
    }

    private boolean isBrokenDown() {
        return !(query.breakdown() instanceof Breakdown.None);
    }

    // Counts are whole; with a breakdown they are doubles, as PostHog's window sums are.
    private void addNumber(ArrayNode data, double amount, Aggregation aggregation) {
        if (isCount(aggregation) && !isBrokenDown()) {
            data.add(Math.round(amount));
            return;
        }
        data.add(amount);
    }

    private static boolean isCount(Aggregation aggregation) {
        return switch (aggregation) {
            case Aggregation.Total _,
                    Aggregation.UniqueActors _,
                    Aggregation.ActiveActors _,
                    Aggregation.UniqueSessions _,
                    Aggregation.FirstTimeForUser _,
                    Aggregation.FirstMatchingEventForUser _ ->
                    true;
            case Aggregation.OfProperty _, Aggregation.CountPerActor _, Aggregation.HogQl _ ->
                    false;
        };
    }

    private static List<ObjectNode> actions(TrendQuery query) {
        List<ObjectNode> actions = new ArrayList<>();
        for (int order = 0; order < query.series().size(); order++) {
            Series series = query.series().get(order);
            actions.add(EchoedQuestion.action(series, order, query.range()));
        }
        return List.copyOf(actions);
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = JSON.createArrayNode();
        texts.forEach(array::add);
        return array;
    }
}
