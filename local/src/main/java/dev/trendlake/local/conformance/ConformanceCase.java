package dev.trendlake.local.conformance;

import dev.trendlake.project.PropertyDefinitions;
import java.util.List;

/**
 * A small project with its people, definitions and events, and requests with what the API must
 * answer.
 *
 * @param file where it is written
 * @param id its name
 * @param settings of the project
 * @param definitions the declared types of properties
 */
public record ConformanceCase(
        String file,
        String id,
        CaseSettings settings,
        PropertyDefinitions definitions,
        List<CasePerson> persons,
        List<CaseGroup> groups,
        List<CaseCohort> cohorts,
        List<CaseAction> actions,
        List<CaseEvent> events,
        List<CaseRequest> requests) {
    /** Copies the lists. */
    public ConformanceCase {
        persons = List.copyOf(persons);
        groups = List.copyOf(groups);
        cohorts = List.copyOf(cohorts);
        actions = List.copyOf(actions);
        events = List.copyOf(events);
        requests = List.copyOf(requests);
    }

    /** The names of its requests, in their order. */
    public List<RequestName> names() {
        return requests.stream().map(request -> new RequestName(id, request.name())).toList();
    }
}
