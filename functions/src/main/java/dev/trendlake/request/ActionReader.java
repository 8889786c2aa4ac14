package dev.trendlake.request;

import dev.trendlake.error.QueryFailed;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.Definitions;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.ActionStep;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Entity;
import dev.trendlake.trend.StepCondition;
import dev.trendlake.trend.TextMatching;
import java.util.ArrayList;
import java.util.List;

/** Reads the actions that a question names by their numbers (spec: actions and cohorts, 1). */
final class ActionReader {
    private static final String CLICKS = "$autocapture";

    private final Definitions definitions;
    private final FilterTreeReader trees = new FilterTreeReader();
    private final PropertyFilterReader filters;

    ActionReader(Definitions definitions, PropertyFilterReader filters) {
        this.definitions = definitions;
        this.filters = filters;
    }

    /** The action that a field names. */
    Entity read(Field id) {
        int number =
                id.wholeNumberIfAny()
                        .orElseThrow(() -> id.refused("must be the number of an action"));
        return definitions
                .action(number)
                .<Entity>map(found -> new Entity.ActionEvents(action(found, id.address())))
                .orElse(new Entity.MissingAction(number));
    }

    /** An action as it is kept. */
    Action action(ActionDefinition definition, Address address) {
        Field steps =
                RequestJson.parse(definition.steps())
                        .map(json -> new Field(json, address.member("steps")))
                        .orElseThrow(() ->
                                new QueryFailed(
                                        "the steps of action " + definition.id() + " are no JSON"));
        return new Action(
                definition.id(),
                definition.name(),
                steps.elements().stream().map(this::step).toList());
    }

    private ActionStep step(Field step) {
        List<StepCondition> conditions = new ArrayList<>();
        String event = step.member("event").textOrEmpty();
        if (!event.isEmpty()) {
            conditions.add(new StepCondition.NameIs(event));
        }
        if (event.equals(CLICKS)) {
            addElements(step, conditions);
        }
        Field url = step.member("url");
        if (!url.isBlank()) {
            TextMatching matching = matching(step.member("url_matching"), TextMatching.CONTAINS);
            conditions.add(new StepCondition.UrlMatches(matching, checked(url, matching)));
        }
        FilterTree.Branch properties = trees.read(step.member("properties"));
        if (!properties.isEmpty()) {
            conditions.add(new StepCondition.PropertiesMeet(filters.read(properties)));
        }
        return new ActionStep(conditions);
    }

    // Only clicks have elements: on other events PostHog doesn't look at these parts at all.
    private static void addElements(Field step, List<StepCondition> conditions) {
        Field selector = step.member("selector");
        if (!selector.isBlank()) {
            conditions.add(new StepCondition.SelectorMatches(selector.text()));
        }
        Field tag = step.member("tag_name");
        if (!tag.isAbsent()) {
            conditions.add(new StepCondition.TagIs(tag.text()));
        }
        Field href = step.member("href");
        if (!href.isAbsent()) {
            TextMatching matching = matching(step.member("href_matching"), TextMatching.EXACT);
            conditions.add(new StepCondition.HrefMatches(matching, checked(href, matching)));
        }
        Field text = step.member("text");
        if (!text.isAbsent()) {
            TextMatching matching = matching(step.member("text_matching"), TextMatching.EXACT);
            conditions.add(new StepCondition.TextMatches(matching, checked(text, matching)));
        }
    }

    private static String checked(Field value, TextMatching matching) {
        switch (matching) {
            case REGEX -> ValueChecks.regularExpression(value);
            case EXACT, CONTAINS -> {}
        }
        return value.text();
    }

    private static TextMatching matching(Field field, TextMatching otherwise) {
        return switch (field.value().asText("")) {
            case "exact" -> TextMatching.EXACT;
            case "regex" -> TextMatching.REGEX;
            case "contains" -> TextMatching.CONTAINS;
            default -> otherwise;
        };
    }
}
