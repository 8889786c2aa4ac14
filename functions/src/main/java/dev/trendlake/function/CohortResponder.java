package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.Scope;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.HttpRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.JsonFormat;
import dev.trendlake.http.Page;
import dev.trendlake.project.CohortDefinition;
import dev.trendlake.project.Details;
import dev.trendlake.project.SavedCohort;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.request.CohortBodyReader;
import dev.trendlake.trends.Stage;
import java.util.Set;

/** The cohorts of a project. */
final class CohortResponder implements RouteHandler<Route.OfCohorts> {
    private static final Permission TO_VIEW = Permission.inProject(Scope.COHORT_READ);
    private static final Permission TO_CHANGE = Permission.inProject(Scope.COHORT_WRITE);

    private final Authenticator authenticator;
    private final SavedDefinitions<SavedCohort> cohorts;
    private final CohortPeople people;
    private final DefinitionTrial trial;
    private final CohortBodyReader reader = new CohortBodyReader();

    /** Takes who lets requests in, where cohorts and members are kept, and what tries them. */
    CohortResponder(
            Authenticator authenticator,
            SavedDefinitions<SavedCohort> cohorts,
            CohortPeople people,
            DefinitionTrial trial) {
        this.authenticator = authenticator;
        this.cohorts = cohorts;
        this.people = people;
        this.trial = trial;
    }

    @Override
    public HttpResponse respond(Route.OfCohorts route, Exchange exchange) {
        return switch (route) {
            case Route.OfCohorts.Cohorts(String projectId) -> cohorts(projectId, exchange);
            case Route.OfCohorts.Cohort(String projectId, String cohortId) ->
                    cohort(projectId, cohortId, exchange);
            case Route.OfCohorts.AddToCohort(String projectId, String cohortId) ->
                    add(projectId, cohortId, exchange);
            case Route.OfCohorts.RemoveFromCohort(String projectId, String cohortId) ->
                    remove(projectId, cohortId, exchange);
        };
    }

    private HttpResponse cohorts(String projectId, Exchange exchange) {
        exchange.require("cohorts", "GET", "POST");
        return exchange.request().method().equals("GET")
                ? list(admitted(projectId, exchange, TO_VIEW), exchange)
                : create(admitted(projectId, exchange, TO_CHANGE), exchange);
    }

    private HttpResponse cohort(String projectId, String cohortId, Exchange exchange) {
        exchange.require("cohort", "GET", "PATCH", "DELETE");
        return switch (exchange.request().method()) {
            case "PATCH" -> patch(admitted(projectId, exchange, TO_CHANGE), cohortId, exchange);
            case "DELETE" -> delete(admitted(projectId, exchange, TO_CHANGE), cohortId);
            default -> show(admitted(projectId, exchange, TO_VIEW), cohortId);
        };
    }

    private Caller admitted(String projectId, Exchange exchange, Permission permission) {
        Caller caller = authenticator.authenticate(exchange.request(), projectId, permission);
        exchange.log().project(caller.project().id());
        exchange.log().done(Stage.ADMIT);
        return caller;
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
        new CohortUses(caller.project(), cohorts.all(caller.project().id())).refuse(cohort.id());
        return cohort;
    }

    private HttpResponse add(String projectId, String cohortId, Exchange exchange) {
        exchange.require("cohort_add", "PATCH");
        Caller caller = admitted(projectId, exchange, TO_CHANGE);
        SavedCohort cohort = staticCohort(caller, cohortId, "Can only add users to static cohorts");
        Set<String> members =
                people.found(reader.added(exchange.request().body()), caller.project(), exchange);
        if (members.isEmpty()) {
            throw new InvalidRequest("", "No valid users to add to cohort");
        }
        people.add(caller.project(), cohort, members);
        return success();
    }

    private HttpResponse remove(String projectId, String cohortId, Exchange exchange) {
        exchange.require("cohort_remove", "PATCH");
        Caller caller = admitted(projectId, exchange, TO_CHANGE);
        SavedCohort cohort =
                staticCohort(caller, cohortId, "Can only remove users from static cohorts");
        people.remove(caller.project(), cohort, reader.removed(exchange.request().body()));
        return success();
    }

    private SavedCohort staticCohort(Caller caller, String cohortId, String otherwise) {
        SavedCohort cohort = found(caller, cohortId);
        if (!cohort.definition().isStatic()) {
            throw new InvalidRequest("", otherwise);
        }
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

    private static HttpResponse success() {
        return HttpResponse.json(200, JsonFormat.object().put("success", true));
    }
}
