package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.Scope;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.request.CohortBodyReader;
import java.util.Set;

/** The routes that change who is in a static cohort, and nothing else of it. */
final class CohortMemberRoutes {
    private static final Permission TO_CHANGE = Permission.inProject(Scope.COHORT_WRITE);

    private final Authenticator authenticator;
    private final SavedDefinitions<SavedCohort> cohorts;
    private final CohortPeople people;
    private final CohortBodyReader reader = new CohortBodyReader();

    /** Takes who lets requests in, and where cohorts and members are kept. */
    CohortMemberRoutes(
            Authenticator authenticator,
            SavedDefinitions<SavedCohort> cohorts,
            CohortPeople people) {
        this.authenticator = authenticator;
        this.cohorts = cohorts;
        this.people = people;
    }

    /** Puts the persons on a list into a cohort. */
    HttpResponse add(String projectId, String cohortId, Exchange exchange) {
        exchange.require("cohort_add", "PATCH");
        Caller caller = exchange.admitted(authenticator, projectId, TO_CHANGE);
        SavedCohort cohort = cohort(caller, cohortId, "Can only add users to static cohorts");
        Set<String> members =
                people.found(reader.added(exchange.request().body()), caller.project(), exchange);
        if (members.isEmpty()) {
            throw new InvalidRequest("", "No valid users to add to cohort");
        }
        people.add(caller.project(), cohort, members);
        return success();
    }

    /** Takes a person out of a cohort. */
    HttpResponse remove(String projectId, String cohortId, Exchange exchange) {
        exchange.require("cohort_remove", "PATCH");
        Caller caller = exchange.admitted(authenticator, projectId, TO_CHANGE);
        SavedCohort cohort = cohort(caller, cohortId, "Can only remove users from static cohorts");
        people.remove(caller.project(), cohort, reader.removed(exchange.request().body()));
        return success();
    }

    private SavedCohort cohort(Caller caller, String cohortId, String otherwise) {
        SavedCohort cohort = new DefinitionEdits<>(cohorts).found(caller.project().id(), cohortId);
        if (!cohort.definition().isStatic()) {
            throw new InvalidRequest("", otherwise);
        }
        return cohort;
    }

    private static HttpResponse success() {
        return HttpResponse.json(200, JsonFormat.object().put("success", true));
    }
}
