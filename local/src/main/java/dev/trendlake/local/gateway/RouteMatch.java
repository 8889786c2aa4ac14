package dev.trendlake.local.gateway;

import dev.trendlake.local.template.Route;
import java.util.Map;

/** The route that takes a request, and what its path's variables stand for. */
record RouteMatch(Route route, Map<String, String> pathParameters) {
    RouteMatch {
        pathParameters = Map.copyOf(pathParameters);
    }
}
