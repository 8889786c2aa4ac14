package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.Author;
import dev.trendlake.project.SavedInsight;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an insight stands in the table of projects, but for its details. */
final class InsightItem {
    static final String PREFIX = "insight#";

    private static final String MODIFIED_AT = "modified_at";
    private static final String MODIFIED_BY = "modified_by";

    private InsightItem() {}

    static SavedInsight read(Item item) {
        return new SavedInsight(
                Long.parseLong(item.text(ProjectItem.ITEM).substring(PREFIX.length())),
                item.text("short_id"),
                item.text("name"),
                item.text("derived_name"),
                item.text("query"),
                new SavedInsight.Marks(item.isTrue("favorited"), item.isTrue("saved")),
                DetailAttributes.read(item),
                new SavedInsight.Change(
                        item.instant(MODIFIED_AT, Instant.EPOCH),
                        DetailAttributes.author(item, MODIFIED_BY)));
    }

    static Map<String, AttributeValue> attributes(SavedInsight insight) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        attributes.put("short_id", Values.text(insight.shortId()));
        attributes.put("name", Values.text(insight.name()));
        attributes.put("derived_name", Values.text(insight.derivedName()));
        attributes.put("query", Values.text(insight.query()));
        attributes.put("favorited", Values.truth(insight.marks().favorited()));
        attributes.put("saved", Values.truth(insight.marks().saved()));
        attributes.put(MODIFIED_AT, Values.text(insight.lastChange().at().toString()));
        Author by = insight.lastChange().by();
        if (by != null) {
            attributes.put(MODIFIED_BY, Values.map(DetailAttributes.attributes(by)));
        }
        return attributes;
    }
}
