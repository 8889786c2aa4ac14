package dev.trendlake.function;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.access.AccessLevel;
import dev.trendlake.access.AccessResource;
import dev.trendlake.access.AccessRule;
import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.RuleStore;
import dev.trendlake.access.Scope;
import dev.trendlake.access.User;
import dev.trendlake.access.Users;
import dev.trendlake.error.InvalidRequest;
import dev.trendlake.error.PermissionDenied;
import dev.trendlake.function.AccessTargets.Target;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.project.Project;
import dev.trendlake.request.AccessRuleReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may do what: the rules of a project, of kinds of things in it, and of single things. */
final class AccessResponder implements RouteHandler<Route.OfAccess> {
    private final Authenticator authenticator;
    private final AccessTargets targets;
    private final RuleStore rules;
    private final Users users;

    /** Takes who lets requests in, what rules are made of, where they are kept, and for whom. */
    AccessResponder(
            Authenticator authenticator, AccessTargets targets, RuleStore rules, Users users) {
        this.authenticator = authenticator;
        this.targets = targets;
        this.rules = rules;
        this.users = users;
    }

    @Override
    public HttpResponse respond(Route.OfAccess route, Exchange exchange) {
        return switch (route) {
            case Route.OfAccess.AccessOfProject(String projectId) -> {
                requireRules(exchange);
                Caller caller = admitted(projectId, exchange);
                yield ofTarget(AccessTargets.project(caller), caller, exchange);
            }
            case Route.OfAccess.AccessOfInsight(String projectId, String insightId) -> {
                requireRules(exchange);
                Caller caller = admitted(projectId, exchange);
                yield ofTarget(targets.insight(caller, insightId), caller, exchange);
            }
            case Route.OfAccess.AccessOfAction(String projectId, String actionId) -> {
                requireRules(exchange);
                Caller caller = admitted(projectId, exchange);
                yield ofTarget(targets.action(caller, actionId), caller, exchange);
            }
            case Route.OfAccess.AccessOfResources(String projectId) -> {
                exchange.require("resource_access_controls", "GET", "PUT");
                yield ofResources(admitted(projectId, exchange), exchange);
            }
            case Route.OfAccess.UsersOfProject(String projectId) -> {
                exchange.require("users_with_access", "GET");
                yield UsersWithAccess.of(admitted(projectId, exchange), users.all());
            }
        };
    }

    private static void requireRules(Exchange exchange) {
        exchange.require("access_controls", "GET", "PUT");
    }

    private Caller admitted(String projectId, Exchange exchange) {
        boolean reads = exchange.request().method().equals("GET");
        return exchange.admitted(
                authenticator,
                projectId,
                Permission.inProject(
                        reads ? Scope.ACCESS_CONTROL_READ : Scope.ACCESS_CONTROL_WRITE));
    }

    private HttpResponse ofTarget(Target target, Caller caller, Exchange exchange) {
        if (exchange.request().method().equals("PUT")) {
            return ruled(target, caller, exchange);
        }
        AccessResource resource = target.resource();
        AccessLevel own = level(target, caller);
        if (own == AccessLevel.NONE) {
            throw new PermissionDenied("You do not have viewer access to this resource.");
        }
        return HttpResponse.json(
                200,
                AccessAnswer.of(
                        caller.rules().of(resource, target.objectId()).toList(),
                        resource.levels(),
                        resource.usual(),
                        own,
                        mayRule(target, caller)));
    }

    private HttpResponse ofResources(Caller caller, Exchange exchange) {
        if (exchange.request().method().equals("PUT")) {
            ObjectNode body = TrendExchange.parameters(exchange.request()).body();
            String word = AccessRuleReader.resource(body, AccessAnswer.kinds());
            AccessResource resource = AccessResource.named(word).orElseThrow();
            return ruled(new Target(resource, "", ""), caller, exchange);
        }
        List<AccessRule> ofKinds =
                Arrays.stream(AccessResource.values())
                        .flatMap(resource -> caller.rules().of(resource, ""))
                        .toList();
        return HttpResponse.json(
                200,
                AccessAnswer.of(
                        ofKinds,
                        AccessResource.INSIGHT.levels(),
                        AccessResource.INSIGHT.usual(),
                        caller.rules().levelOfKind(caller.user(), AccessResource.INSIGHT),
                        mayRule(new Target(AccessResource.INSIGHT, "", ""), caller)));
    }

    private HttpResponse ruled(Target target, Caller caller, Exchange exchange) {
        if (!mayRule(target, caller)) {
            throw mayNot(target);
        }
        ObjectNode body = TrendExchange.parameters(exchange.request()).body();
        AccessResource resource = target.resource();
        Optional<String> word =
                AccessRuleReader.level(
                        body, resource.levels().stream().map(AccessLevel::wireName).toList());
        String member = AccessRuleReader.member(body);
        if (!member.isEmpty() && users.find(member).isEmpty()) {
            throw AccessRuleReader.unknownMember(member);
        }
        AccessRule.Subject subject = new AccessRule.Subject(resource, target.objectId(), member);
        Project project = caller.project();
        if (word.isEmpty()) {
            rules.remove(project.id(), subject);
            return new HttpResponse(204, Map.of(), "");
        }
        AccessLevel level = resource.levelNamed(word.get()).orElseThrow();
        requireMinimum(resource, level);
        AccessRule rule = rule(subject, level, caller, exchange.request().receivedAt());
        rules.save(project.id(), rule);
        return HttpResponse.json(200, AccessAnswer.of(rule));
    }

    // A rule that is changed was made by whom it was made by.
    private static AccessRule rule(
            AccessRule.Subject subject, AccessLevel level, Caller caller, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.SECONDS);
        User user = caller.user();
        return caller.rules()
                .of(subject.resource(), subject.objectId())
                .filter(present -> present.subject().equals(subject))
                .findFirst()
                .map(present ->
                        new AccessRule(
                                subject, level, present.createdBy(), present.createdAt(), now))
                .orElseGet(() -> new AccessRule(subject, level, user.id(), now, now));
    }

    private static void requireMinimum(AccessResource resource, AccessLevel level) {
        if (!resource.allows(level, resource.minimum())) {
            throw new InvalidRequest(
                    "access_level",
                    "Access level cannot be set below the minimum '%s' for %s."
                            .formatted(resource.minimum().wireName(), resource.wireName()));
        }
    }

    private static PermissionDenied mayNot(Target target) {
        return new PermissionDenied(
                target.objectId().isEmpty()
                        ? "Must be an Organization admin to modify project-wide permissions."
                        : "Must be %s to modify %s permissions."
                                .formatted(
                                        target.resource().highest().wireName(),
                                        target.resource().wireName()));
    }

    private static boolean mayRule(Target target, Caller caller) {
        return caller.rules()
                .mayRule(
                        caller.user(),
                        caller.project().id(),
                        target.resource(),
                        target.objectId(),
                        target.creatorUuid());
    }

    private static AccessLevel level(Target target, Caller caller) {
        return target.resource() == AccessResource.PROJECT
                ? caller.levelOfProject()
                : caller.levelOf(
                        target.resource(), Long.parseLong(target.objectId()), target.creatorUuid());
    }
}
