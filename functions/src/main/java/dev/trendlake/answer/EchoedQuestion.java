package dev.trendlake.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.json.JsonTree;
import dev.trendlake.json.PlainValues;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.Series;
import dev.trendlake.trend.TimeRange;
import dev.trendlake.trend.TrendQuery;

/**
 * What an entry repeats of the question: {@code filter} and {@code action} (spec: trends, 9.1 and
 * 9.2).
 */
final class EchoedQuestion {
    private EchoedQuestion() {}

    static ObjectNode filter(TrendQuery query) {
        ObjectNode filter = JsonTree.object();
        query.echo().forEach((name, value) -> filter.set(name, PlainValues.tree(value)));
        filter.put("date_from", WireNames.instant(query.range().from()));
        filter.put("date_to", WireNames.instant(query.range().to()));
        return filter;
    }

    static ObjectNode action(Series series, int order, TimeRange range) {
        ObjectNode action = JsonTree.object();
        ArrayNode days = action.putArray("days");
        range.buckets().forEach(bucket -> days.add(WireNames.instant(bucket)));
        String label = WireNames.label(series);
        putOrNull(action, "id", series.entity() instanceof Entity.AllEvents ? "" : label);
        action.put("type", "events");
        action.put("order", order);
        action.put("name", label);
        putOrNull(action, "custom_name", series.naming().customName());
        putOrNull(action, "math", series.naming().math());
        putOrNull(action, "math_property", series.naming().mathProperty());
        putOrNull(action, "math_hogql", series.naming().mathHogQl());
        String groupTypeIndex = series.naming().mathGroupTypeIndex();
        if (groupTypeIndex.isEmpty()) {
            action.putNull("math_group_type_index");
        } else {
            action.put("math_group_type_index", Integer.parseInt(groupTypeIndex));
        }
        action.putObject("properties");
        return action;
    }

    private static void putOrNull(ObjectNode object, String name, String text) {
        if (text.isEmpty()) {
            object.putNull(name);
        } else {
            object.put(name, text);
        }
    }
}
