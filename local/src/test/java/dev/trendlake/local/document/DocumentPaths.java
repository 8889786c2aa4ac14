package dev.trendlake.local.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the document says of a path; slashes at the end, and doubled ones, mean nothing. */
final class DocumentPaths {
    private final List<Documented> paths;

    /** A path of the document, its parts, and what may be done with it. */
    private record Documented(List<String> parts, JsonNode item) {
        boolean takes(List<String> asked) {
            if (asked.size() != parts.size()) {
                return false;
            }
            for (int place = 0; place < parts.size(); place++) {
                if (!isVariable(place) && !parts.get(place).equals(asked.get(place))) {
                    return false;
                }
            }
            return true;
        }

        // As a router has it: what is written out goes before what may be anything.
        String rank() {
            StringBuilder rank = new StringBuilder();
            for (int place = 0; place < parts.size(); place++) {
                rank.append(isVariable(place) ? '1' : '0');
            }
            return rank.toString();
        }

        private boolean isVariable(int place) {
            return parts.get(place).startsWith("{");
        }
    }

    DocumentPaths(JsonNode document) {
        this.paths =
                document.path("paths").properties().stream()
                        .map(path -> documented(path, document))
                        .sorted(Comparator.comparing(Documented::rank))
                        .toList();
    }

    /** The path item of a target; empty when no path of the document takes it. */
    Optional<JsonNode> find(String target) {
        List<String> parts = parts(target);
        return paths.stream().filter(path -> path.takes(parts)).findFirst().map(Documented::item);
    }

    private static Documented documented(Map.Entry<String, JsonNode> path, JsonNode document) {
        return new Documented(
                parts(path.getKey()), DocumentReferences.followed(path.getValue(), document));
    }

    private static List<String> parts(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        return Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    }
}
