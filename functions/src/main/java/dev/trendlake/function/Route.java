package dev.trendlake.function;

import java.util.Arrays;
import java.util.List;

/** What a path asks for (spec: HTTP, 5). Slashes at the end, and doubled ones, mean nothing. */
sealed interface Route {
    /**
     * The trends of a project.
     *
     * @param projectId the project's part of the path, as sent
     * @param suffix the form of the answer that the path names, without its dot; empty without one
     */
    record Trend(String projectId, String suffix) implements Route {}

    /** There is no such path. */
    record Unknown() implements Route {}

    /** Reads a path. */
    static Route of(String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.size() != 5
                || !parts.get(0).equals("api")
                || !List.of("projects", "environments").contains(parts.get(1))
                || !parts.get(3).equals("insights")) {
            return new Unknown();
        }
        String action = parts.get(4);
        if (action.equals("trend")) {
            return new Trend(parts.get(2), "");
        }
        return action.matches("trend\\.[a-z0-9]+")
                ? new Trend(parts.get(2), action.substring("trend.".length()))
                : new Unknown();
    }
}
