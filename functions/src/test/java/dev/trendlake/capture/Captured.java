package dev.trendlake.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trendlake.http.EventBuilder;
import dev.trendlake.http.JsonFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Takes requests, and keeps the lines that come of them. */
final class Captured {
    static final String TOKEN = "phc_of_project_7";

    private final List<JsonNode> lines = new ArrayList<>();
    private final Capture capture =
            new Capture(
                    token -> token.equals(TOKEN) ? OptionalLong.of(7) : OptionalLong.empty(),
                    (put, _) -> put.forEach(this::keep),
                    new Random(1));

    /** The lines of a request. */
    static List<JsonNode> lines(EventBuilder request) {
        Captured captured = new Captured();
        captured.take(request, "/batch");
        return captured.lines;
    }

    /** The lines of a request to a path. */
    static List<JsonNode> lines(EventBuilder request, String path) {
        Captured captured = new Captured();
        captured.take(request, path);
        return captured.lines;
    }

    /** The one event of a JSON body. */
    static JsonNode event(String json) {
        return lines(EventBuilder.post("/batch").json(json)).getFirst().path("event");
    }

    private void take(EventBuilder request, String path) {
        try {
            capture.take(
                    request.decoded(),
                    CaptureRoute.of(path).orElseThrow(),
                    () -> Duration.ofSeconds(5));
        } catch (StreamUnavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(byte[] line) {
        try {
            lines.add(JsonFormat.read(new String(line, UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
