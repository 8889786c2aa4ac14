package dev.trendlake.aws.firehose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.capture.EventStream;
import dev.trendlake.capture.StreamUnavailable;
import dev.trendlake.engine.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A stream of Firehose. Of what a call doesn't take, and only of that, it makes another one, until
 * the deadline. Safe for use by several threads.
 */
public final class FirehoseEventStream implements EventStream {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int ATTEMPTS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** Errors of the whole call that may be over when it is made again. */
    private static final Set<String> PASSING =
            Set.of(
                    "ServiceUnavailableException",
                    "InternalFailure",
                    "InternalServerError",
                    "LimitExceededException",
                    "ThrottlingException",
                    "Throttling",
                    "RequestLimitExceeded",
                    "RequestTimeout",
                    "RequestTimeoutException");

    private final FirehoseCalls calls;
    private final String stream;
    private final RandomGenerator random;
    private final Pauses pauses;

    /**
     * @param stream the name of the delivery stream
     * @param random spreads the attempts of callers that were refused together
     */
    public FirehoseEventStream(
            FirehoseCalls calls, String stream, RandomGenerator random, Pauses pauses) {
        this.calls = calls;
        this.stream = stream;
        this.random = random;
        this.pauses = pauses;
    }

    @Override
    public void put(List<byte[]> lines, Deadline deadline) throws StreamUnavailable {
        for (List<byte[]> records : Records.calls(Records.of(lines))) {
            putAll(records, deadline);
        }
    }

    private void putAll(List<byte[]> records, Deadline deadline) throws StreamUnavailable {
        List<byte[]> missing = records;
        String refusal = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Outcome outcome = outcome(missing);
            if (outcome.missing().isEmpty()) {
                return;
            }
            missing = outcome.missing();
            refusal = outcome.refusal();
            Duration pause = pauseAfter(attempt);
            if (attempt == ATTEMPTS || deadline.remaining().compareTo(pause) <= 0) {
                break;
            }
            pause(pause);
        }
        throw new StreamUnavailable(
                "Firehose left %d of %d records: %s"
                        .formatted(missing.size(), records.size(), refusal),
                null);
    }

    /**
     * What became of a call.
     *
     * @param missing the records that were not taken
     * @param refusal why
     */
    private record Outcome(List<byte[]> missing, String refusal) {}

    private Outcome outcome(List<byte[]> records) throws StreamUnavailable {
        try {
            FirehoseCalls.Answer answer = calls.call("PutRecordBatch", input(records));
            return answer.status() == 200
                    ? outcome(records, MAPPER.readTree(answer.body()))
                    : refused(records, answer);
        } catch (JsonProcessingException e) {
            return new Outcome(records, "an answer that is not JSON");
        } catch (IOException | SdkException e) {
            // The call may have been heard: its events may be there twice, under the same ids.
            return new Outcome(records, e.toString());
        }
    }

    private Outcome outcome(List<byte[]> records, JsonNode answer) throws StreamUnavailable {
        JsonNode responses = answer.path("RequestResponses");
        if (responses.size() != records.size()) {
            throw new StreamUnavailable(
                    "Firehose answers for %d of %d records"
                            .formatted(responses.size(), records.size()),
                    null);
        }
        List<byte[]> missing = new ArrayList<>();
        String refusal = "";
        for (int place = 0; place < records.size(); place++) {
            JsonNode response = responses.path(place);
            if (!response.hasNonNull("RecordId")) {
                missing.add(records.get(place));
                refusal = response.path("ErrorCode").asText("no RecordId");
            }
        }
        return new Outcome(missing, refusal);
    }

    private static Outcome refused(List<byte[]> records, FirehoseCalls.Answer answer)
            throws JsonProcessingException, StreamUnavailable {
        JsonNode error = MAPPER.readTree(answer.body());
        String type = error.path("__type").asText("");
        String code = type.substring(type.lastIndexOf('#') + 1);
        String message = error.path("message").asText(error.path("Message").asText(""));
        String refusal = "%d %s %s".formatted(answer.status(), code, message).strip();
        if (answer.status() >= 500 || answer.status() == 429 || PASSING.contains(code)) {
            return new Outcome(records, refusal);
        }
        throw new StreamUnavailable("Firehose refused a call: " + refusal, null);
    }

    private ObjectNode input(List<byte[]> records) {
        ObjectNode input = MAPPER.createObjectNode().put("DeliveryStreamName", stream);
        ArrayNode data = input.putArray("Records");
        records.forEach(record -> data.addObject().put("Data", record));
        return input;
    }

    private Duration pauseAfter(int attempt) {
        long longest = FIRST_PAUSE.toMillis() << attempt;
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2));
    }

    private void pause(Duration duration) throws StreamUnavailable {
        try {
            pauses.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StreamUnavailable("interrupted between two attempts", e);
        }
    }
}
