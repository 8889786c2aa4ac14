package dev.trendlake.bench.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trendlake.trends.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a function wrote into its log about the requests it answered. */
final class FunctionLog {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    FunctionLog(HostedStack stack, String function) {
        this.file = stack.folder().resolve("logs").resolve(function + ".log");
    }

    /**
     * The last requests of a kind.
     *
     * @param counted the number that tells the kind, where it is not 0
     * @param count how many there are at least
     */
    List<Request> last(String counted, int count) throws IOException {
        List<Request> requests = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.filter(text -> text.startsWith("{")).toList()) {
                JsonNode json = JSON.readTree(line);
                if (json.path(counted).asLong() > 0) {
                    requests.add(new Request(json));
                }
            }
        }
        return requests.subList(requests.size() - count, requests.size());
    }

    /** A line of the log. */
    record Request(JsonNode line) {
        /** From the event to the answer. */
        Duration whole() {
            return time("milliseconds");
        }

        /** All but the time between the start of the execution and its rows. */
        Duration own() {
            return whole().minus(stage(Stage.QUERY));
        }

        /** What one stage of it took. */
        Duration stage(Stage stage) {
            return time(stage.name().toLowerCase(Locale.ROOT) + "_milliseconds");
        }

        private Duration time(String name) {
            return Duration.ofNanos(Math.round(line.path(name).doubleValue() * 1e6));
        }
    }
}
