package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.AccessResource;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.Scope;
import dev.trendlake.answer.ActionBody;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.Page;
import dev.trendlake.project.ActionDefinition;
import dev.trendlake.project.Details;
import dev.trendlake.project.SavedAction;
import dev.trendlake.project.SavedDefinitions;
import dev.trendlake.request.ActionBodyReader;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The actions of a project. */
final class ActionResponder implements RouteHandler<Route.OfActions> {
    private static final Permission TO_VIEW =
            Permission.toView(Scope.ACTION_READ, AccessResource.ACTION);
    private static final Permission TO_MAKE =
            Permission.toEdit(Scope.ACTION_WRITE, AccessResource.ACTION);
    // Whether the caller may change an action depends on which one it is.
    private static final Permission TO_CHANGE =
            Permission.toView(Scope.ACTION_WRITE, AccessResource.ACTION);

    private final Authenticator authenticator;
    private final SavedDefinitions<SavedAction> actions;
    private final DefinitionTrial trial;
    private final ActionBodyReader reader = new ActionBodyReader();

    /** Takes who lets requests in, where actions are kept, and what tries them before. */
    ActionResponder(
            Authenticator authenticator,
            SavedDefinitions<SavedAction> actions,
            DefinitionTrial trial) {
        this.authenticator = authenticator;
        this.actions = actions;
        this.trial = trial;
    }

    @Override
    public HttpResponse respond(Route.OfActions route, Exchange exchange) {
        return switch (route) {
            case Route.OfActions.Actions(String projectId) -> actions(projectId, exchange);
            case Route.OfActions.Action(String projectId, String actionId) ->
                    action(projectId, actionId, exchange);
        };
    }

    private HttpResponse actions(String projectId, Exchange exchange) {
        exchange.require("actions", "GET", "POST");
        return exchange.request().method().equals("GET")
                ? list(exchange.admitted(authenticator, projectId, TO_VIEW), exchange)
                : create(exchange.admitted(authenticator, projectId, TO_MAKE), exchange);
    }

    private HttpResponse action(String projectId, String actionId, Exchange exchange) {
        exchange.require("action", "GET", "PATCH", "DELETE");
        return switch (exchange.request().method()) {
            case "PATCH" ->
                    patch(
                            exchange.admitted(authenticator, projectId, TO_CHANGE),
                            actionId,
                            exchange);
            case "DELETE" ->
                    delete(exchange.admitted(authenticator, projectId, TO_CHANGE), actionId);
            default -> show(exchange.admitted(authenticator, projectId, TO_VIEW), actionId);
        };
    }

    private HttpResponse list(Caller caller, Exchange exchange) {
        List<SavedAction> all =
                actions.all(caller.project().id()).stream()
                        .sorted(
                                DefinitionAnswers.<SavedAction>latestFirst()
                                        .thenComparing(SavedAction::name))
                        .toList();
        Page page = Page.of(exchange.request());
        return HttpResponse.json(200, page.of(all, action -> body(action, caller)));
    }

    private HttpResponse create(Caller caller, Exchange exchange) {
        ObjectNode fields = exchange.request().body();
        SavedAction nothing =
                new SavedAction(
                        new ActionDefinition(DefinitionTrial.UNNUMBERED, "", "[]"),
                        Details.createdAt(
                                exchange.request().receivedAt(), DefinitionAnswers.author(caller)));
        SavedAction action = checked(reader.read(fields, nothing), nothing, caller, exchange);
        return answer(201, actions.create(caller.project().id(), action), caller);
    }

    private HttpResponse show(Caller caller, String actionId) {
        return answer(200, edits().found(caller.project().id(), actionId), caller);
    }

    private HttpResponse patch(Caller caller, String actionId, Exchange exchange) {
        ObjectNode fields = exchange.request().body();
        SavedAction changed =
                edit(
                        caller,
                        actionId,
                        before -> checked(reader.read(fields, before), before, caller, exchange));
        return answer(200, changed, caller);
    }

    private HttpResponse delete(Caller caller, String actionId) {
        edit(caller, actionId, before -> before.deleted(true));
        return DefinitionAnswers.nothing();
    }

    private SavedAction edit(Caller caller, String actionId, UnaryOperator<SavedAction> change) {
        return edits().changed(
                        caller.project().id(),
                        actionId,
                        before -> {
                            caller.require(
                                    AccessLevel.EDITOR,
                                    AccessResource.ACTION,
                                    before.id(),
                                    creator(before));
                            return change.apply(before);
                        });
    }

    private SavedAction checked(
            SavedAction action, SavedAction before, Caller caller, Exchange exchange) {
        if (action.details().deleted() || action.equals(before)) {
            return action;
        }
        if (!action.name().equals(before.name()) || before.details().deleted()) {
            requireOwnName(action, caller);
        }
        trial.check(action.definition(), caller.project(), exchange.request().receivedAt());
        return action;
    }

    private void requireOwnName(SavedAction action, Caller caller) {
        actions.all(caller.project().id()).stream()
                .filter(other -> other.id() != action.id() && other.name().equals(action.name()))
                .min(Comparator.comparingLong(SavedAction::id))
                .ifPresent(other -> {
                    throw new InvalidRequest(
                            "name",
                            "unique",
                            "This project already has an action with this name, ID " + other.id());
                });
    }

    private DefinitionEdits<SavedAction> edits() {
        return new DefinitionEdits<>(actions);
    }

    private static HttpResponse answer(int status, SavedAction action, Caller caller) {
        return HttpResponse.json(status, body(action, caller));
    }

    private static ObjectNode body(SavedAction action, Caller caller) {
        AccessLevel level = caller.levelOf(AccessResource.ACTION, action.id(), creator(action));
        return ActionBody.of(
                        action,
                        DefinitionAnswers.parsed(action.definition().steps()),
                        caller.project().id())
                .put("user_access_level", level.wireName());
    }

    private static String creator(SavedAction action) {
        return DefinitionAnswers.creator(action.details());
    }
}
