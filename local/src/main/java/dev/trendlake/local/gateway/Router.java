package dev.trendlake.local.gateway;

import dev.trendlake.local.template.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the route of a request as an HTTP API does: the most specific one that takes both method
 * and path wins; a slash at the end is a part of the path (spec: AWS, API Gateway).
 */
public final class Router {
    private final List<RoutePattern> patterns;

    /** Takes the routes of the API. */
    public Router(List<Route> routes) {
        this.patterns =
                routes.stream()
                        .map(RoutePattern::new)
                        .sorted(Comparator.comparing(RoutePattern::rank))
                        .toList();
    }

    /**
     * Finds the route.
     *
     * @param path the decoded path, beginning with a slash
     */
    public Optional<RouteMatch> find(String method, String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = RoutePattern.segments(path);
        for (RoutePattern pattern : patterns) {
            Optional<RouteMatch> match = pattern.match(method, segments);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }
}
