package dev.trendlake.capture;

import dev.trendlake.engine.Deadline;
import dev.trendlake.http.HttpRequest;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Takes events: reads a request, finds whose it is, and hands on a line for each event. */
public final class Capture {
    private final ProjectTokens tokens;
    private final EventStream stream;
    private final RandomGenerator random;

    /**
     * @param random makes UUIDs of events that have none
     */
    public Capture(ProjectTokens tokens, EventStream stream, RandomGenerator random) {
        this.tokens = tokens;
        this.stream = stream;
        this.random = random;
    }

    /**
     * What was taken.
     *
     * @param project whose events they are
     * @param events how many
     */
    public record Taken(long project, int events) {}

    /**
     * Takes the events of a request, all or none.
     *
     * @throws CaptureRefused when they can't be taken as they are
     * @throws StreamUnavailable when they can't be taken now; some may have been
     */
    public Taken take(HttpRequest request, CaptureRoute route, Deadline deadline)
            throws StreamUnavailable {
        Payload payload = Payload.read(request, route);
        Submission submission = Submission.read(payload.json(), payload.token());
        String token = submission.projectToken();
        OptionalLong project = tokens.projectOf(token);
        if (project.isEmpty()) {
            throw CaptureRefused.unknownProject(
                    "API key is not valid: it is no project API key of a project here");
        }
        List<byte[]> lines = lines(project.getAsLong(), request, submission);
        if (!lines.isEmpty()) {
            stream.put(lines, deadline);
        }
        return new Taken(project.getAsLong(), lines.size());
    }

    private List<byte[]> lines(long project, HttpRequest request, Submission submission) {
        Circumstances circumstances = Circumstances.of(project, request, submission);
        return submission.taken().stream()
                .map(event -> event.accepted(TimeOrderedUuid.at(request.receivedAt(), random)))
                .map(circumstances::line)
                .toList();
    }
}
