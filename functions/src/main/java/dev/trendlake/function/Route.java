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

    /**
     * Any query about a project.
     *
     * @param projectId the project's part of the path, as sent
     */
    record Query(String projectId) implements Route {}

    /** There is no such path. */
    record Unknown() implements Route {}

    /** Reads a path. */
    static Route of(String path) {
        List<String> parts =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        if (parts.size() < 4
                || !parts.get(0).equals("api")
                || !List.of("projects", "environments").contains(parts.get(1))) {
            return new Unknown();
        }
        return ofProject(parts.get(2), parts.subList(3, parts.size()));
    }

    private static Route ofProject(String projectId, List<String> parts) {
        if (parts.equals(List.of("query"))) {
            return new Query(projectId);
        }
        if (parts.size() != 2 || !parts.getFirst().equals("insights")) {
            return new Unknown();
        }
        String action = parts.getLast();
        if (action.equals("trend")) {
            return new Trend(projectId, "");
        }
        return action.matches("trend\\.[a-z0-9]+")
                ? new Trend(projectId, action.substring("trend.".length()))
                : new Unknown();
    }
}
