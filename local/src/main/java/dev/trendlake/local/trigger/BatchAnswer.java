package dev.trendlake.local.trigger;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trendlake.local.queue.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads which messages of a batch failed. As Lambda does: no {@code batchItemFailures} or an empty
 * list means none; an answer that isn't JSON, or names no message of the batch, means all.
 */
final class BatchAnswer {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BatchAnswer() {}

    /** The ids of the messages that failed. */
    static Set<String> failures(String answer, List<Message> batch) {
        Set<String> all = batch.stream().map(Message::id).collect(Collectors.toSet());
        try {
            JsonNode failures = MAPPER.readTree(answer).path("batchItemFailures");
            if (failures.isMissingNode() || failures.isNull()) {
                return Set.of();
            }
            Set<String> named = new HashSet<>();
            failures.forEach(item -> named.add(item.path("itemIdentifier").asText()));
            return failures.isArray() && all.containsAll(named) ? named : all;
        } catch (JacksonException e) {
            return all;
        }
    }
}
