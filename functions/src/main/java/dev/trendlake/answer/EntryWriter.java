package dev.trendlake.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.json.JsonTree;
import dev.trendlake.trend.Breakdown;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.Comparison;
import dev.trendlake.trend.TrendQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes entries in PostHog's form (spec: trends, 9). */
final class EntryWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final TrendQuery query;
    // The same in every entry: made once, and put into each.
    private final Map<Period, ArrayNode> days = new EnumMap<>(Period.class);
    private final Map<Period, ArrayNode> labels = new EnumMap<>(Period.class);
    private final ObjectNode filter;
    private final List<ObjectNode> actions = new ArrayList<>();

    EntryWriter(TrendQuery query, Map<Period, Buckets> buckets) {
        this.query = query;
        this.filter = EchoedQuestion.filter(query);
        buckets.forEach((period, own) -> {
            days.put(period, texts(own.days()));
            labels.put(period, texts(own.labels()));
        });
        for (int order = 0; order < query.series().size(); order++) {
            actions.add(EchoedQuestion.action(query.series().get(order), order, query.range()));
        }
    }

    /** The entries as a list. */
    ArrayNode write(List<Entry> entries) {
        ArrayNode list = JsonTree.list();
        entries.forEach(entry -> list.add(write(entry)));
        return list;
    }

    private ObjectNode write(Entry entry) {
        ObjectNode node = JsonTree.object();
        switch (entry.figures()) {
            case Figures.OverTime over -> writeOverTime(node, entry, over);
            case Figures.Total total -> writeTotal(node, entry, total);
        }
        node.put("label", entry.label());
        node.set("filter", filter);
        node.set("action", action(entry));
        node.put("order", entry.order());
        if (!(query.breakdown() instanceof Breakdown.None)) {
            node.set("breakdown_value", value(entry.key()));
        }
        if (query.comparison() instanceof Comparison.With) {
            node.put("compare", true);
            node.put("compare_label", entry.period().wireName());
        }
        return node;
    }

    private void writeOverTime(ObjectNode node, Entry entry, Figures.OverTime over) {
        ArrayNode data = node.putArray("data");
        over.data().forEach(amount -> data.add(number(amount, entry.isWhole())));
        node.set("labels", Objects.requireNonNull(labels.get(entry.period())));
        node.set("days", Objects.requireNonNull(days.get(entry.period())));
        node.set("count", number(over.count(), false));
    }

    private static void writeTotal(ObjectNode node, Entry entry, Figures.Total total) {
        switch (entry.subject()) {
            case SERIES -> node.putArray("data");
            case FORMULA -> node.putNull("data");
        }
        node.putArray("days");
        node.put("count", 0);
        node.set("aggregated_value", number(total.value(), entry.isWhole()));
    }

    private JsonNode action(Entry entry) {
        return switch (entry.subject()) {
            case SERIES -> actions.get(entry.order());
            case FORMULA -> NODES.nullNode();
        };
    }

    private static JsonNode value(BreakdownKey key) {
        return switch (key) {
            case BreakdownKey.Several(var values) -> texts(values);
            case BreakdownKey.InCohort(var cohort, _) when cohort.id() != Cohort.ALL_USERS ->
                    NODES.numberNode(cohort.id());
            case BreakdownKey.None _, BreakdownKey.Single _, BreakdownKey.InCohort _ ->
                    NODES.textNode(key.text());
        };
    }

    // JSON has no word for what is no number.
    private static JsonNode number(double amount, boolean isWhole) {
        if (!Double.isFinite(amount)) {
            return NODES.nullNode();
        }
        return isWhole ? NODES.numberNode(Math.round(amount)) : NODES.numberNode(amount);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonTree.list();
        texts.forEach(array::add);
        return array;
    }
}
