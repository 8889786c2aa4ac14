package dev.trendlake.local.gateway;

import dev.trendlake.local.template.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route taken apart: which paths it takes, and which of two routes is the more specific. */
final class RoutePattern {
    private static final String ANY = "ANY";

    private final Route route;
    private final List<String> segments;

    RoutePattern(Route route) {
        this.route = route;
        this.segments = segments(route.path());
    }

    /** The parts between slashes, empty ones too: {@code /a/} has the parts a and nothing. */
    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /**
     * What orders routes, the most specific first: each segment as a digit, 0 for plain text, 1 for
     * a variable, 2 for a greedy one; then whether the method is ANY.
     */
    String rank() {
        if (route.path().equals(Route.DEFAULT)) {
            return "9";
        }
        StringBuilder rank = new StringBuilder();
        segments.forEach(segment -> rank.append(rankOf(segment)));
        return rank.append(route.method().equals(ANY) ? "b" : "a").toString();
    }

    /** Whether the route takes the request, and how. */
    Optional<RouteMatch> match(String method, List<String> path) {
        if (route.path().equals(Route.DEFAULT)) {
            return Optional.of(new RouteMatch(route, Map.of()));
        }
        if (!route.method().equals(ANY) && !route.method().equals(method)) {
            return Optional.empty();
        }
        return variables(path).map(variables -> new RouteMatch(route, variables));
    }

    private Optional<Map<String, String>> variables(List<String> path) {
        Map<String, String> variables = new HashMap<>();
        for (int place = 0; place < segments.size(); place++) {
            String segment = segments.get(place);
            if (place >= path.size()) {
                return Optional.empty();
            }
            if (isGreedy(segment)) {
                String rest = String.join("/", path.subList(place, path.size()));
                variables.put(segment.substring(1, segment.length() - 2), rest);
                return rest.isEmpty() ? Optional.empty() : Optional.of(variables);
            }
            if (!takes(segment, path.get(place), variables)) {
                return Optional.empty();
            }
        }
        return path.size() == segments.size() ? Optional.of(variables) : Optional.empty();
    }

    private static boolean takes(String segment, String part, Map<String, String> variables) {
        if (!isVariable(segment)) {
            return segment.equals(part);
        }
        variables.put(segment.substring(1, segment.length() - 1), part);
        return !part.isEmpty();
    }

    private static char rankOf(String segment) {
        if (isGreedy(segment)) {
            return '2';
        }
        return isVariable(segment) ? '1' : '0';
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }
}
