package dev.trendlake.request;

import dev.trendlake.error.QueryFailed;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Definitions;
import dev.trendlake.trend.Address;
import dev.trendlake.trend.Cohort;
import dev.trendlake.trend.CohortCriterion;
import dev.trendlake.trend.CohortMembers;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the cohorts that a question names by their numbers, and those that these refer to (spec:
 * actions and cohorts, 3).
 */
final class CohortReader {
    // Cohorts that refer to each other many times would make a statement without end.
    private static final int MAX_COHORTS = 200;

    private final Definitions definitions;
    private final DateReader dates;
    private final Set<Long> around;
    private final AtomicInteger left;

    /** Reads the cohorts of one question. */
    CohortReader(Definitions definitions, DateReader dates) {
        this(definitions, dates, Set.of(), new AtomicInteger(MAX_COHORTS));
    }

    private CohortReader(
            Definitions definitions, DateReader dates, Set<Long> around, AtomicInteger left) {
        this.definitions = definitions;
        this.dates = dates;
        this.around = around;
        this.left = left;
    }

    /** The cohort that a field names. */
    Cohort read(Field id) {
        int number =
                id.wholeNumberIfAny()
                        .orElseThrow(() -> id.refused("must be the number of a cohort"));
        return numbered(number, id);
    }

    /** The cohort with a number; a field that names it is to blame when there is none. */
    Cohort numbered(long number, Field place) {
        return read(definitions.cohort(number), place);
    }

    /** The cohort with a name. */
    Cohort named(String name, Field place) {
        return read(definitions.cohortNamed(name), place);
    }

    private Cohort read(Optional<CohortDefinition> found, Field place) {
        CohortDefinition definition =
                found.orElseThrow(() -> place.refused("Cohort matching query does not exist."));
        if (around.contains(definition.id())) {
            throw place.refused("Cohorts cannot reference other cohorts in a loop.");
        }
        if (left.decrementAndGet() < 0) {
            throw place.refused("a question may use up to " + MAX_COHORTS + " cohorts");
        }
        return new Cohort(definition.id(), definition.name(), members(definition, place.address()));
    }

    private CohortMembers members(CohortDefinition definition, Address address) {
        if (definition.isStatic()) {
            return new CohortMembers.Listed(definition.id());
        }
        Field filters = json(definition.filters(), address.member("filters"));
        Field groups = json(definition.groups(), address.member("groups"));
        return criteria(definition.id())
                .read(filters, groups)
                .map(criterion -> meeting(criterion, filters))
                .orElse(new CohortMembers.Nobody());
    }

    private CohortCriteriaReader criteria(long id) {
        Set<Long> path = new HashSet<>(around);
        path.add(id);
        CohortReader inside = new CohortReader(definitions, dates, Set.copyOf(path), left);
        HogQlReader hogQl = new HogQlReader(definitions, dates, inside);
        PropertyFilterReader filters = new PropertyFilterReader(dates, inside, hogQl);
        ActionReader actions = new ActionReader(definitions, filters);
        return new CohortCriteriaReader(
                filters, inside, new BehaviourReader(filters, actions, dates));
    }

    private static CohortMembers meeting(CohortCriterion criterion, Field filters) {
        if (isNegated(criterion)) {
            throw filters.refused("Top level condition cannot be negated");
        }
        return new CohortMembers.Meeting(criterion);
    }

    // As PostHog sees it: everybody but some, which no list of people can be.
    private static boolean isNegated(CohortCriterion criterion) {
        return switch (criterion) {
            case CohortCriterion.Not _ -> true;
            case CohortCriterion.AllOf(var criteria) ->
                    criteria.stream().allMatch(CohortReader::isNegated);
            case CohortCriterion.AnyOf(var criteria) ->
                    criteria.stream().anyMatch(CohortReader::isNegated);
            case CohortCriterion.PersonMeets _,
                    CohortCriterion.MemberOf _,
                    CohortCriterion.Performed _,
                    CohortCriterion.PerformedFirst _,
                    CohortCriterion.PerformedInSequence _,
                    CohortCriterion.PerformedRegularly _,
                    CohortCriterion.Stopped _,
                    CohortCriterion.Restarted _ ->
                    false;
        };
    }

    private static Field json(String text, Address address) {
        return RequestJson.parse(text)
                .map(json -> new Field(json, address))
                .orElseThrow(() -> new QueryFailed("a cohort's criteria are no JSON: " + address));
    }
}
