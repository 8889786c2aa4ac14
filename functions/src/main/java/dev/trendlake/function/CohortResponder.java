package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.Scope;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.Page;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Details;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.project.SavedInsight;
import dev.trendlake.request.CohortBodyReader;
import java.util.Set;

/** The cohorts of a project. */
final class CohortResponder implements RouteHandler<Route.OfCohorts> {
    private static final Permission TO_VIEW = Permission.inProject(Scope.COHORT_READ);
    private static final Permission TO_CHANGE = Permission.inProject(Scope.COHORT_WRITE);

    private final Authenticator authenticator;
    private final SavedDefinitions<SavedCohort> cohorts;
    private final SavedDefinitions<SavedInsight> insights;
    private final CohortPeople people;
    private final CohortMemberRoutes members;
    private final DefinitionTrial trial;
    private final CohortBodyReader reader = new CohortBodyReader();

    /**
     * Takes who lets requests in, where cohorts, insights and members are kept, and what tries
     * cohorts.
     */
    CohortResponder(
            Authenticator authenticator,
            SavedDefinitions<SavedCohort> cohorts,
            SavedDefinitions<SavedInsight> insights,
            CohortPeople people,
            DefinitionTrial trial) {
        this.authenticator = authenticator;
        this.cohorts = cohorts;
        this.insights = insights;
        this.people = people;
        this.members = new CohortMemberRoutes(authenticator, cohorts, people);
        this.trial = trial;
    }

    @Override
    public HttpResponse respond(Route.OfCohorts route, Exchange exchange) {
        return switch (route) {
            case Route.OfCohorts.Cohorts(String projectId) -> cohorts(projectId, exchange);
            case Route.OfCohorts.Cohort(String projectId, String cohortId) ->
                    cohort(projectId, cohortId, exchange);
            case Route.OfCohorts.AddToCohort(String projectId, String cohortId) ->
                    members.add(projectId, cohortId, exchange);
            case Route.OfCohorts.RemoveFromCohort(String projectId, String cohortId) ->
                    members.remove(projectId, cohortId, exchange);
        };
    }

    private HttpResponse cohorts(String projectId, Exchange exchange) {
        exchange.require("cohorts", "GET", "POST");
        return exchange.request().method().equals("GET")
                ? list(exchange.admitted(authenticator, projectId, TO_VIEW), exchange)
                : create(exchange.admitted(authenticator, projectId, TO_CHANGE), exchange);
    }

    private HttpResponse cohort(String projectId, String cohortId, Exchange exchange) {
        exchange.require("cohort", "GET", "PATCH", "DELETE");
        return switch (exchange.request().method()) {
            case "PATCH" ->
                    patch(
                            exchange.admitted(authenticator, projectId, TO_CHANGE),
                            cohortId,
                            exchange);
            case "DELETE" ->
                    delete(exchange.admitted(authenticator, projectId, TO_CHANGE), cohortId);
            default -> show(exchange.admitted(authenticator, projectId, TO_VIEW), cohortId);
        };
    }

    private HttpResponse list(Caller caller, Exchange exchange) {
        CohortSelection selection = CohortSelection.of(exchange.request().query());
        Page page = Page.of(exchange.request());
        return HttpResponse.json(
                200,
                page.of(
                        cohorts.all(caller.project().id()).stream()
                                .filter(selection::holds)
                                .sorted(DefinitionAnswers.latestFirst())
                                .toList(),
                        CohortAnswer::of));
    }

    private HttpResponse create(Caller caller, Exchange exchange) {
        HttpRequest request = exchange.request();
        SavedCohort nothing =
                new SavedCohort(
                        new CohortDefinition(DefinitionTrial.UNNUMBERED, "", false, "{}", "[]"),
                        Details.createdAt(request.receivedAt(), DefinitionAnswers.author(caller)),
                        null,
                        null);
        SavedCohort cohort = reader.read(request.bodyBeside(CohortPeople.FILE), nothing);
        trial.check(cohort.definition(), caller.project(), request.receivedAt());
        Set<String> members = people.named(cohort, caller.project(), exchange);
        SavedCohort created = cohorts.create(caller.project().id(), cohort);
        if (!created.definition().isStatic()) {
            return answer(201, created);
        }
        people.replace(caller.project(), created, members);
        return answer(201, found(caller, Long.toString(created.id())));
    }

    private HttpResponse show(Caller caller, String cohortId) {
        return answer(200, found(caller, cohortId));
    }

    private HttpResponse patch(Caller caller, String cohortId, Exchange exchange) {
        ObjectNode fields = exchange.request().bodyBeside(CohortPeople.FILE);
        SavedCohort before = found(caller, cohortId);
        Set<String> members = people.named(reader.read(fields, before), caller.project(), exchange);
        SavedCohort changed =
                edits().changed(
                                caller.project().id(),
                                cohortId,
                                found ->
                                        checked(
                                                reader.read(fields, found),
                                                found,
                                                caller,
                                                exchange));
        if (members.isEmpty()) {
            return answer(200, changed);
        }
        people.add(caller.project(), changed, members);
        return answer(200, found(caller, cohortId));
    }

    private SavedCohort checked(
            SavedCohort cohort, SavedCohort before, Caller caller, Exchange exchange) {
        if (cohort.details().deleted()) {
            return before.details().deleted() ? cohort : unused(cohort, caller);
        }
        trial.check(cohort.definition(), caller.project(), exchange.request().receivedAt());
        return cohort;
    }

    private HttpResponse delete(Caller caller, String cohortId) {
        edits().changed(
                        caller.project().id(),
                        cohortId,
                        before -> unused(before.deleted(true), caller));
        return DefinitionAnswers.nothing();
    }

    private SavedCohort unused(SavedCohort cohort, Caller caller) {
        long project = caller.project().id();
        new CohortUses(caller.project(), cohorts.all(project), insights.all(project))
                .refuse(cohort.id());
        return cohort;
    }

    private SavedCohort found(Caller caller, String cohortId) {
        return edits().found(caller.project().id(), cohortId);
    }

    private DefinitionEdits<SavedCohort> edits() {
        return new DefinitionEdits<>(cohorts);
    }

    private static HttpResponse answer(int status, SavedCohort cohort) {
        return HttpResponse.json(status, CohortAnswer.of(cohort));
    }
}
