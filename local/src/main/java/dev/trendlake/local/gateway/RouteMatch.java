package dev.trendlake.local.gateway;

import dev.trendlake.local.template.Route;
import java.util.Map;

/** The route that takes a request, and what its path's variables stand for. */
public record RouteMatch(Route route, Map<String, String> pathParameters) {
    /** Copies the map. */
    public RouteMatch {
        pathParameters = Map.copyOf(pathParameters);
    }
}
