package dev.trendlake.plan;

import dev.trendlake.sql.Conditions;
import dev.trendlake.sql.SqlExpression;
import dev.trendlake.sql.SqlExpression.Text;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.ActionStep;
import dev.trendlake.trend.Property;
import dev.trendlake.trend.StepCondition;
import dev.trendlake.trend.TextMatching;
import java.util.List;

/** Tells the events that an action matches (spec: actions and cohorts, 1); never NULL. */
final class ActionPlanner {
    private final EventColumns columns;

    ActionPlanner(EventColumns columns) {
        this.columns = columns;
    }

    /** Some step matches the event; always, when there are none. */
    SqlExpression matches(Action action) {
        if (action.steps().isEmpty()) {
            return Conditions.ALWAYS;
        }
        return Conditions.any(action.steps().stream().map(this::matches).toList());
    }

    private SqlExpression matches(ActionStep step) {
        return Conditions.all(step.conditions().stream().map(this::holds).toList());
    }

    private SqlExpression holds(StepCondition condition) {
        return switch (condition) {
            case StepCondition.NameIs(var name) ->
                    Conditions.equal(columns.stored("event"), new Text(name));
            case StepCondition.UrlMatches(var matching, var url) ->
                    Conditions.certainly(urlMatches(matching, url));
            case StepCondition.HrefMatches(var matching, var href) ->
                    Conditions.certainly(matches(chain().href(), matching, href));
            case StepCondition.TextMatches(var matching, var text) ->
                    chain().someText(one -> matches(one, matching, text));
            case StepCondition.SelectorMatches(var selector) -> chain().isSelected(selector);
            case StepCondition.TagIs(var tag) -> chain().hasTag(tag);
            case StepCondition.PropertiesMeet(var filter) ->
                    Conditions.certainly(new FilterPlanner(columns).condition(filter));
        };
    }

    // Alone among the three, a part of a URL is looked for with capitals and small letters apart.
    private SqlExpression urlMatches(TextMatching matching, String url) {
        SqlExpression current = columns.property(new Property.OfEvent("$current_url")).text();
        return matching == TextMatching.CONTAINS
                ? TextMatch.like(current, url)
                : matches(current, matching, url);
    }

    private static SqlExpression matches(
            SqlExpression text, TextMatching matching, String expected) {
        return switch (matching) {
            case EXACT -> Conditions.equal(text, new Text(expected));
            case CONTAINS -> TextMatch.likeIgnoringCase(text, expected);
            case REGEX -> TextMatch.anyRegex(text, List.of(expected));
        };
    }

    private ElementsChain chain() {
        return new ElementsChain(columns);
    }
}
