package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.CohortDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How questions find actions and cohorts in the table of projects: an item each, named by its
 * number.
 */
final class DefinitionItems {
    static final String ACTION = "action#";
    static final String COHORT = "cohort#";
    static final String NAME = "name";
    static final String DELETED = "deleted";
    static final String MEMBERS = "members";
    static final String COUNTED_AT = "counted_at";

    private DefinitionItems() {}

    static boolean isDeleted(Item item) {
        return item.isTrue(DELETED);
    }

    static ActionDefinition action(Item item) {
        return new ActionDefinition(
                number(item, ACTION), item.text(NAME), textOr("[]", item, "steps"));
    }

    static CohortDefinition cohort(Item item) {
        return new CohortDefinition(
                number(item, COHORT),
                item.text(NAME),
                item.isTrue("is_static"),
                textOr("{}", item, "filters"),
                textOr("[]", item, "groups"));
    }

    static Map<String, AttributeValue> item(long project, ActionDefinition action) {
        Map<String, AttributeValue> item =
                new LinkedHashMap<>(ProjectItem.keyOf(project, ACTION + action.id()));
        item.putAll(attributes(action));
        return item;
    }

    static Map<String, AttributeValue> item(long project, CohortDefinition cohort) {
        Map<String, AttributeValue> item =
                new LinkedHashMap<>(ProjectItem.keyOf(project, COHORT + cohort.id()));
        item.putAll(attributes(cohort));
        return item;
    }

    static Map<String, AttributeValue> attributes(ActionDefinition action) {
        return Map.of(NAME, Values.text(action.name()), "steps", Values.text(action.steps()));
    }

    static Map<String, AttributeValue> attributes(CohortDefinition cohort) {
        return Map.of(
                NAME,
                Values.text(cohort.name()),
                "is_static",
                Values.truth(cohort.isStatic()),
                "filters",
                Values.text(cohort.filters()),
                "groups",
                Values.text(cohort.groups()));
    }

    private static long number(Item item, String prefix) {
        return Long.parseLong(item.text(ProjectItem.ITEM).substring(prefix.length()));
    }

    // An item that was written by hand may lack what has a plain default.
    private static String textOr(String otherwise, Item item, String name) {
        String text = item.text(name);
        return text.isEmpty() ? otherwise : text;
    }
}
