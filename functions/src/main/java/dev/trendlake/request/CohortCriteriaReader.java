package dev.trendlake.request;

import dev.trendlake.request.FilterTree.Branch;
import dev.trendlake.request.FilterTree.Leaf;
import dev.trendlake.trend.CohortCriterion;
import dev.trendlake.trend.PropertyFilter;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a cohort asks of a person, in its present form and in the older one (spec: actions and
 * cohorts, 3.1). Groups without anything in them, and criteria that lack something, ask nothing.
 */
final class CohortCriteriaReader {
    private final FilterTreeReader trees = new FilterTreeReader();
    private final PropertyFilterReader filters;
    private final CohortReader cohorts;
    private final BehaviourReader behaviours;

    CohortCriteriaReader(
            PropertyFilterReader filters, CohortReader cohorts, BehaviourReader behaviours) {
        this.filters = filters;
        this.cohorts = cohorts;
        this.behaviours = behaviours;
    }

    /** The criteria of {@code filters}, else those of {@code groups}; empty without any. */
    Optional<CohortCriterion> read(Field filtersField, Field groups) {
        Optional<CohortCriterion> present = tree(trees.read(filtersField.member("properties")));
        if (present.isPresent()) {
            return present;
        }
        return anyOf(groups.elements().stream().flatMap(group -> older(group).stream()).toList());
    }

    private Optional<CohortCriterion> tree(FilterTree tree) {
        return switch (tree) {
            case Branch(boolean any, var children) -> {
                List<CohortCriterion> criteria =
                        children.stream().flatMap(child -> tree(child).stream()).toList();
                yield any ? anyOf(criteria) : allOf(criteria);
            }
            case Leaf leaf -> leaf(leaf);
        };
    }

    private Optional<CohortCriterion> leaf(Leaf leaf) {
        return switch (leaf.member("type").text()) {
            case "behavioral" -> behaviours.read(leaf).map(criterion -> negated(criterion, leaf));
            case "cohort", "static-cohort", "precalculated-cohort" -> cohort(leaf);
            // A property of no type: FilterTreeReader takes it for an event's.
            case "person", "event", "person_metadata" -> person(leaf);
            default -> Optional.empty();
        };
    }

    private Optional<CohortCriterion> cohort(Leaf leaf) {
        Field id = leaf.member("value");
        if (id.isBlank()) {
            return Optional.empty();
        }
        CohortCriterion member = new CohortCriterion.MemberOf(cohorts.read(id));
        boolean notIn = leaf.member("operator").value().asText("").equals("not_in");
        return Optional.of(notIn ? new CohortCriterion.Not(member) : negated(member, leaf));
    }

    private Optional<CohortCriterion> person(Leaf leaf) {
        PropertyFilter filter = filters.read(asPerson(leaf));
        if (filter.equals(PropertyFilter.everything())) {
            return Optional.empty();
        }
        return Optional.of(negated(new CohortCriterion.PersonMeets(filter), leaf));
    }

    private static Leaf asPerson(Leaf leaf) {
        if (!leaf.member("type").text().equals("event")) {
            return leaf;
        }
        return new Leaf(leaf.property().deepCopy().put("type", "person"), leaf.address());
    }

    private static CohortCriterion negated(CohortCriterion criterion, Leaf leaf) {
        return leaf.member("negation").truth() ? new CohortCriterion.Not(criterion) : criterion;
    }

    private Optional<CohortCriterion> older(Field group) {
        Optional<CohortCriterion> deed = behaviours.readOlder(group);
        return deed.isPresent() ? deed : tree(trees.read(group.member("properties")));
    }

    private static Optional<CohortCriterion> anyOf(List<CohortCriterion> criteria) {
        return criteria.size() < 2
                ? criteria.stream().findFirst()
                : Optional.of(new CohortCriterion.AnyOf(criteria));
    }

    private static Optional<CohortCriterion> allOf(List<CohortCriterion> criteria) {
        return criteria.size() < 2
                ? criteria.stream().findFirst()
                : Optional.of(new CohortCriterion.AllOf(criteria));
    }
}
