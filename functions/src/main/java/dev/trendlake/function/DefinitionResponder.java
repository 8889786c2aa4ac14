package dev.trendlake.function;

import dev.trendlake.access.Authenticator;
import dev.trendlake.access.Caller;
import dev.trendlake.access.Permission;
import dev.trendlake.access.Scope;
import dev.trendlake.error.NotFound;
import dev.trendlake.http.HttpResponse;
import dev.trendlake.http.Page;
import dev.trendlake.project.EventDefinition;
import dev.trendlake.project.PropertyDefinition;
import dev.trendlake.project.Taxonomy;
import dev.trendlake.project.TaxonomyOfProject;
import dev.trendlake.request.EventListing;
import dev.trendlake.request.PropertyChangeReader;
import dev.trendlake.request.PropertyListing;
import dev.trendlake.request.PropertyRemarks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The names and types that events have. */
final class DefinitionResponder implements RouteHandler<Route.OfDefinitions> {
    private final Authenticator authenticator;
    private final TaxonomyOfProject taxonomies;
    private final PropertyChangeReader changes;

    /** Takes what finds projects and names, and reads changes. */
    DefinitionResponder(
            Authenticator authenticator,
            TaxonomyOfProject taxonomies,
            PropertyChangeReader changes) {
        this.authenticator = authenticator;
        this.taxonomies = taxonomies;
        this.changes = changes;
    }

    @Override
    public HttpResponse respond(Route.OfDefinitions route, Exchange exchange) {
        return switch (route) {
            case Route.OfDefinitions.EventDefinitions(String projectId) ->
                    events(projectId, exchange);
            case Route.OfDefinitions.EventDefinition(String projectId, String id) ->
                    event(projectId, id, exchange);
            case Route.OfDefinitions.PropertyDefinitions(String projectId) ->
                    properties(projectId, exchange);
            case Route.OfDefinitions.PropertyDefinition(String projectId, String id) ->
                    property(projectId, id, exchange);
        };
    }

    private HttpResponse events(String projectId, Exchange exchange) {
        exchange.require("event definitions", "GET");
        Caller caller = admitted(projectId, exchange, Scope.EVENT_DEFINITION_READ);
        Page page = Page.of(exchange.request());
        EventListing listing =
                EventListing.of(exchange.request().query(), exchange.request().receivedAt());
        List<EventDefinition> events = listing.of(taxonomies.of(caller.project()).events());
        return HttpResponse.json(200, page.of(events, DefinitionAnswer::event));
    }

    private HttpResponse event(String projectId, String id, Exchange exchange) {
        exchange.require("event definition", "GET");
        Caller caller = admitted(projectId, exchange, Scope.EVENT_DEFINITION_READ);
        EventDefinition event = found(id, taxonomies.of(caller.project())::event);
        return HttpResponse.json(200, DefinitionAnswer.event(event));
    }

    private HttpResponse properties(String projectId, Exchange exchange) {
        exchange.require("property definitions", "GET");
        Caller caller = admitted(projectId, exchange, Scope.PROPERTY_DEFINITION_READ);
        Page page = Page.of(exchange.request());
        PropertyListing listing = PropertyListing.of(exchange.request().query());
        Taxonomy taxonomy = taxonomies.of(caller.project());
        Set<String> seen = taxonomy.propertiesOf(listing.events());
        List<PropertyDefinition> properties =
                listing.holders().stream()
                        .flatMap(holder -> taxonomy.properties(holder).stream())
                        .filter(one -> listing.asksFor(one, seen.contains(one.name())))
                        .sorted(order(seen))
                        .toList();
        boolean isAsked = !listing.events().isEmpty();
        return HttpResponse.json(
                200,
                page.of(
                        properties,
                        one ->
                                DefinitionAnswer.property(
                                        one, isAsked ? seen.contains(one.name()) : null)));
    }

    // Those that the events have come first, then those that somebody has verified.
    private static Comparator<PropertyDefinition> order(Set<String> seen) {
        return Comparator.comparing((PropertyDefinition one) -> !seen.contains(one.name()))
                .thenComparing(one -> !PropertyRemarks.of(one).isVerified())
                .thenComparing(PropertyDefinition::name);
    }

    private HttpResponse property(String projectId, String id, Exchange exchange) {
        exchange.require("property definition", "GET", "PATCH");
        boolean isRead = exchange.request().method().equals("GET");
        Scope scope = isRead ? Scope.PROPERTY_DEFINITION_READ : Scope.PROPERTY_DEFINITION_WRITE;
        Caller caller = admitted(projectId, exchange, scope);
        Taxonomy taxonomy = taxonomies.of(caller.project());
        PropertyDefinition property = found(id, taxonomy::property);
        return HttpResponse.json(
                200,
                DefinitionAnswer.property(
                        isRead ? property : changed(property, taxonomy, caller, exchange), null));
    }

    private PropertyDefinition changed(
            PropertyDefinition property, Taxonomy taxonomy, Caller caller, Exchange exchange) {
        PropertyDefinition changed =
                changes.read(
                        TrendExchange.parameters(exchange.request()).body(),
                        property,
                        DefinitionAnswer.user(caller.user()),
                        exchange.request().receivedAt());
        taxonomy.save(property, changed);
        return changed;
    }

    private Caller admitted(String projectId, Exchange exchange, Scope scope) {
        return exchange.admitted(authenticator, projectId, Permission.inProject(scope));
    }

    private static <T> T found(String id, Function<UUID, Optional<T>> finder) {
        return uuid(id).flatMap(finder).orElseThrow(() -> new NotFound("Not found."));
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
