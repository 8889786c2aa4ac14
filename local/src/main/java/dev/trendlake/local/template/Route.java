package dev.trendlake.local.template;

import java.util.Locale;

/**
 * A route of the HTTP API.
 *
 * @param method an HTTP method or {@code ANY}
 * @param path the path with its variables ({@code /a/{b}}, {@code /{proxy+}}), or {@code $default}
 * @param function the logical name of the function that answers
 */
public record Route(String method, String path, String function) {
    /** The path of the route that takes what no other takes. */
    public static final String DEFAULT = "$default";

    /**
     * Checks the path as API Gateway does; a route can't end in a slash (spec: AWS, API Gateway).
     */
    public Route {
        method = method.toUpperCase(Locale.ROOT);
        if (!path.equals(DEFAULT) && !path.startsWith("/")) {
            throw new IllegalArgumentException("route '" + path + "' does not begin with a slash");
        }
        if (path.length() > 1 && path.endsWith("/")) {
            throw new IllegalArgumentException("route '" + path + "' ends in a slash");
        }
        int greedy = path.indexOf("+}");
        if (greedy >= 0 && greedy != path.length() - 2) {
            throw new IllegalArgumentException(
                    "route '" + path + "' has a greedy variable before its end");
        }
    }

    /** The key as events carry it: {@code GET /a/{b}} or {@code $default}. */
    public String key() {
        return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
    }
}
