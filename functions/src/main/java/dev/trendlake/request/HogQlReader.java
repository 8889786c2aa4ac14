package dev.trendlake.request;

import dev.trendlake.hogql.HogQlException;
import dev.trendlake.hogql.HogQlParser;
import dev.trendlake.hogql.HogQlReferences;
import dev.trendlake.hogql.HogQlReferences.Reference;
import dev.trendlake.project.Definitions;
import dev.trendlake.trend.Action;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.HogQlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the HogQL expressions of a question, with the actions and cohorts that they name. */
final class HogQlReader {
    private final Definitions definitions;
    private final DateReader dates;
    private final CohortReader cohorts;
    // The actions inside of which an expression stands.
    private final Set<Long> around;

    HogQlReader(Definitions definitions, DateReader dates, CohortReader cohorts) {
        this(definitions, dates, cohorts, Set.of());
    }

    private HogQlReader(
            Definitions definitions, DateReader dates, CohortReader cohorts, Set<Long> around) {
        this.definitions = definitions;
        this.dates = dates;
        this.cohorts = cohorts;
        this.around = around;
    }

    /** The expression that a field holds. */
    HogQlText read(Field expression) {
        try {
            HogQlReferences references = HogQlReferences.of(HogQlParser.parse(expression.text()));
            return new HogQlText(
                    expression.text(),
                    actions(references.actions(), expression),
                    cohorts(references.cohorts(), expression));
        } catch (HogQlException e) {
            throw e.asRefusal();
        }
    }

    private List<Action> actions(Set<Reference> references, Field expression) {
        List<Action> actions = new ArrayList<>();
        for (Reference reference : references) {
            var definition =
                    switch (reference) {
                        case Reference.ById(long id) -> definitions.action(id);
                        case Reference.ByName(var name) -> definitions.actionNamed(name);
                    };
            if (definition.isEmpty()) {
                throw expression.refused("there is no action " + nameOf(reference));
            }
            long id = definition.get().id();
            if (around.contains(id)) {
                throw expression.refused("Actions cannot reference other actions in a loop.");
            }
            Set<Long> path = new HashSet<>(around);
            path.add(id);
            HogQlReader inside = new HogQlReader(definitions, dates, cohorts, Set.copyOf(path));
            PropertyFilterReader filters = new PropertyFilterReader(dates, cohorts, inside);
            actions.add(
                    new ActionReader(definitions, filters)
                            .action(definition.get(), expression.address()));
        }
        return actions;
    }

    private List<Cohort> cohorts(Set<Reference> references, Field expression) {
        List<Cohort> named = new ArrayList<>();
        for (Reference reference : references) {
            named.add(
                    switch (reference) {
                        case Reference.ById(long id) -> cohorts.numbered(id, expression);
                        case Reference.ByName(var name) -> cohorts.named(name, expression);
                    });
        }
        return named;
    }

    private static String nameOf(Reference reference) {
        return switch (reference) {
            case Reference.ById(long id) -> Long.toString(id);
            case Reference.ByName(var name) -> "'" + name + "'";
        };
    }
}
