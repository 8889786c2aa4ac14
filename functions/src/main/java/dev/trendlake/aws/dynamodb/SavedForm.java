package dev.trendlake.aws.dynamodb;

import dev.trendlake.project.SavedAction;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.project.SavedDefinition;
import dev.trendlake.project.SavedInsight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How a kind of definition stands in the table of projects.
 *
 * @param kind its name in the item that counts the numbers given away
 * @param prefix what its items' names begin with
 * @param reader makes one of an item
 * @param writer gives all attributes that a change may change, but for key and revision
 * @param numbering puts it under a number
 */
record SavedForm<T extends SavedDefinition>(
        String kind,
        String prefix,
        Function<Item, T> reader,
        Function<T, Map<String, AttributeValue>> writer,
        Function<Long, UnaryOperator<T>> numbering) {

    static SavedForm<SavedAction> actions() {
        return new SavedForm<>(
                "action",
                DefinitionItems.ACTION,
                item -> new SavedAction(DefinitionItems.action(item), DetailAttributes.read(item)),
                action -> with(DefinitionItems.attributes(action.definition()), action),
                id -> action -> action.numbered(id));
    }

    static SavedForm<SavedCohort> cohorts() {
        return new SavedForm<>(
                "cohort",
                DefinitionItems.COHORT,
                SavedForm::cohort,
                cohort -> with(DefinitionItems.attributes(cohort.definition()), cohort),
                id -> cohort -> cohort.numbered(id));
    }

    static SavedForm<SavedInsight> insights() {
        return new SavedForm<>(
                "insight",
                InsightItem.PREFIX,
                InsightItem::read,
                insight -> with(InsightItem.attributes(insight), insight),
                id -> insight -> insight.numbered(id));
    }

    private static SavedCohort cohort(Item item) {
        return new SavedCohort(
                DefinitionItems.cohort(item),
                DetailAttributes.read(item),
                item.has(DefinitionItems.MEMBERS)
                        ? Math.toIntExact(item.number(DefinitionItems.MEMBERS))
                        : null,
                DetailAttributes.instant(item, DefinitionItems.COUNTED_AT));
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> attributes, SavedDefinition definition) {
        Map<String, AttributeValue> all = new LinkedHashMap<>(attributes);
        all.putAll(DetailAttributes.of(definition.details()));
        return all;
    }
}
